import type { Trace, TraceContext } from 'workloop/trace';

/** Names a set of colors (tokens.css) and a pattern. `world` is gray: a device, the clock. */
export type Tone = 'loop' | 'interrupt' | 'thread-1' | 'thread-2' | 'thread-3' | 'thread-4' | 'world';

/** How a context is told from the others: never by color alone. */
export interface Owner {
  readonly name: string;
  readonly letter: string;
  readonly tone: Tone;
  readonly kind: TraceContext['kind'];
}

/** The work loop's thread is always the same blue, interrupt context always vermillion; clients share four tones in turn. */
export function ownersOf(trace: Pick<Trace, 'contexts'>): readonly Owner[] {
  const taken = new Set<string>();
  let threads = 0;
  return trace.contexts.map((context) => {
    const tone = toneOf(context, () => threads++);
    const letter = freeLetter(tone === 'loop' ? 'W' : context.name, taken);
    return { name: context.name, letter, tone, kind: context.kind };
  });
}

function toneOf({ kind, name }: TraceContext, nextThread: () => number): Tone {
  if (kind === 'daemon' && /^work ?loop/i.test(name)) return 'loop';
  if (kind === 'interrupt') return 'interrupt';
  if (kind === 'device' || kind === 'clock') return 'world';
  return `thread-${(nextThread() % 4) + 1}` as Tone;
}

/** The name's first free letter, else the first free capital, else a number. */
function freeLetter(name: string, taken: Set<string>): string {
  const wanted = [...name.toUpperCase(), ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const letter = wanted.find((l) => /[A-Z]/.test(l) && !taken.has(l)) ?? String(taken.size + 1);
  taken.add(letter);
  return letter;
}

/** `A`, or `W work loop`: the letter, and the name if it says more. */
export function ownerTitle({ letter, name }: Owner): string {
  return letter === name ? name : `${letter} ${name}`;
}
