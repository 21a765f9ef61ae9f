import { enumerate, judge } from '../../runtime/src/explore/bruteForce.ts';
import { saidByBruteForce, saidByDpor } from '../../runtime/src/explore/dpor/testing/said.ts';
import { ALL, NONE } from '../../runtime/src/explore/reductions.ts';
import { everything } from '../../runtime/src/explore/testing/everything.ts';
import { ready, type Program } from '../../runtime/src/explore/testing/program.ts';

const MOST_STATES = 3000;

/** What is compared of a program: which engines decided it, and where one says otherwise than brute force. */
export interface Compared {
  readonly engines: readonly string[];
  /** How many traces optimal DPOR explored. */
  readonly traces: number;
  readonly contradiction?: string;
}

/** Holds the engines against brute force; undefined if that is too much for it. */
export function compare(program: Program): Compared | undefined {
  const { kernel, initial } = ready(program);
  const nodes = enumerate(kernel, initial, MOST_STATES);
  if (!nodes) return undefined;
  const wanted = judge(kernel, nodes);
  for (const [name, reductions] of [['state graph, plain', NONE] as const, ['state graph', ALL] as const]) {
    const found = everything(program, reductions);
    const said = text({ ...found, states: 0 });
    if (said !== text({ ...wanted, states: 0 }))
      return { engines: [], traces: 0, contradiction: `${name}: ${said}` };
  }
  const engines = ['brute force', 'state graph, plain', 'state graph'];
  const found = kernel.buffers ? 'tso' : saidByDpor(program);
  if (typeof found === 'string') return { engines, traces: 0 };
  const { traces, ...said } = found;
  const expected = { ...saidByBruteForce(program, MOST_STATES), redundant: 0, duplicates: 0 };
  const contradiction =
    text(said) === text(expected) ? undefined : `optimal DPOR: ${text(said)}, not ${text(expected)}`;
  return {
    engines: [...engines, 'optimal DPOR'],
    traces,
    ...(contradiction !== undefined && { contradiction }),
  };
}

/** The same for the same sets, in whatever order. */
const text = (said: object): string =>
  JSON.stringify(
    Object.entries(said)
      .map(([name, value]) => [
        name,
        value instanceof Set ? [...(value as Set<string>)].toSorted() : (value as unknown),
      ])
      .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
  );
