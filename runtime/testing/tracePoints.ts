import { explored, type Pieces } from './explored.ts';

/** What happens in a scenario, as `tracePoints` tells it: `+` begins, `-` ends, `.` is a log line or a kernel's event. */
export type Happening = string;

const title = "{ en: 'a sequence', 'zh-Hans': '一个序列' }";

/** A monitor over the named trace points, log lines and kernel events; its state is what has happened so far. */
const follow = (names: readonly string[], decide: string): string => `monitor(${title}, {
  start: '',
  of: ['note', 'asleep', 'woken', 'delivered', 'masked', 'unmasked', 'lockReleased'],
  on: (before, event) => {
    const name = event.type === 'note' ? event.entry.name : event.type === 'lockReleased' && event.depth > 0 ? '' : event.type;
    if (!${JSON.stringify(names)}.includes(name)) return before;
    const phase = event.type === 'note' ? event.entry.phase : 'point';
    const sofar = before + (before && ' ') + (phase === 'start' ? '+' : phase === 'end' ? '-' : '.') + name;
    return ${decide};
  },
})`;

/**
 * Whether, of the named things, exactly one of these sequences happens under every schedule, and each under some: `only` says that
 * nothing else can begin to happen, `found` which of them do happen from beginning to end.
 *
 * @param expected sequences of `+IOWL_WORK -IOWL_WORK .woken`
 */
export async function sequences(
  pieces: Pieces,
  names: readonly string[],
  expected: readonly string[],
): Promise<{ readonly only: boolean; readonly found: readonly string[] }> {
  const begun = `${JSON.stringify(expected)}.some((whole) => (whole + ' ').startsWith(sofar + ' ')) ? sofar : broken`;
  const only = await explored({ ...pieces, properties: follow(names, begun) });
  const found: string[] = [];
  for (const whole of expected) {
    if (await happens(pieces, names, whole)) found.push(whole);
  }
  return { only: only.verdict === 'holds', found };
}

/** Whether, of the named things, this is what happens first under some schedule. */
export async function happens(pieces: Pieces, names: readonly string[], whole: string): Promise<boolean> {
  const prefix = `${JSON.stringify(whole)} === sofar ? broken : (${JSON.stringify(whole)}).startsWith(sofar) ? sofar : 'other'`;
  const { verdict, failure } = await explored({ ...pieces, properties: follow(names, prefix) });
  return verdict === 'fails' && failure?.kind === 'property';
}
