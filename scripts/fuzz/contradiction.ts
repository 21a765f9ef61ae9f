import { enumerate, judge, type Node } from '../../runtime/src/explore/testing/bruteForce.ts';
import { saidByBruteForce, saidByDpor } from '../../runtime/src/explore/dpor/testing/said.ts';
import { ALL, NONE } from '../../runtime/src/explore/reductions.ts';
import { everything } from '../../runtime/src/explore/testing/everything.ts';
import { leastFound } from '../../runtime/src/explore/testing/leastFound.ts';
import { ready, type Program, type Ready } from '../../runtime/src/explore/testing/program.ts';
import { LESS } from './less.ts';

const MOST_STATES = 3000;
/** Brute force over (state, last context) is slower. */
const MOST_FOR_LEAST = 400;

/** What is compared of a program: what was held against brute force, and where it says otherwise. */
export interface Compared {
  readonly compared: readonly string[];
  /** How many traces optimal DPOR explored. */
  readonly traces: number;
  readonly contradiction?: string;
}

/** Holds the engines against brute force; undefined if that is too much for it. */
export function compare(program: Program): Compared | undefined {
  const machine = ready(program);
  const nodes = enumerate(machine.kernel, machine.initial, MOST_STATES);
  if (!nodes) return undefined;
  const compared: string[] = [];
  let traces = 0;
  for (const look of [graph, least, dpor]) {
    const looked = unlessThrown(() => look(program, machine, nodes));
    compared.push(...looked.compared);
    traces += looked.traces;
    if (looked.contradiction !== undefined) return { ...looked, compared, traces };
  }
  return { compared, traces };
}

type Look = (program: Program, machine: Ready, nodes: readonly Node[]) => Compared;

/** The state graph with all reductions, with one less each, with none. */
const graph: Look = (program, { kernel }, nodes) => {
  const wanted = text({ ...judge(kernel, nodes), states: 0 });
  const all = [['all reductions', ALL] as const, ...LESS];
  for (const [name, reductions] of all) {
    const said = text({ ...everything(program, reductions), states: 0 });
    if (said !== wanted) return no(`state graph, ${name}: ${said}, not ${wanted}`);
  }
  return { compared: all.map(([name]) => name), traces: 0 };
};

/** The least counterexample, with all reductions and with none. */
const least: Look = (program, machine, nodes) => {
  if (nodes.length > MOST_FOR_LEAST) return nothing;
  let fails = false;
  for (const reductions of [NONE, ALL]) {
    const one = leastFound(program, reductions, machine, nodes);
    fails ||= one !== undefined;
    if (one && !(one.shortest && String(one.found) === String(one.least)))
      return no(`least counterexample: ${JSON.stringify(one)}`);
  }
  return { compared: fails ? ['least counterexamples'] : [], traces: 0 };
};

/** Optimal DPOR, where the program is one for it. */
const dpor: Look = (program, { kernel }) => {
  const found = kernel.buffers ? 'tso' : saidByDpor(program);
  if (typeof found === 'string') return nothing;
  const { traces, ...said } = found;
  const wanted = { ...saidByBruteForce(program, MOST_STATES), redundant: 0, duplicates: 0 };
  if (text(said) !== text(wanted)) return no(`optimal DPOR: ${text(said)}, not ${text(wanted)}`);
  return { compared: ['optimal DPOR'], traces };
};

/** An engine that breaks off says something else, too. */
function unlessThrown(look: () => Compared): Compared {
  try {
    return look();
  } catch (error) {
    return no(String(error instanceof Error ? error.stack : error));
  }
}

const nothing: Compared = { compared: [], traces: 0 };
const no = (contradiction: string): Compared => ({ ...nothing, contradiction });

/** The same for the same sets, in whatever order. */
const text = (said: object): string =>
  JSON.stringify(
    Object.entries(said)
      .map(([name, value]) => [
        name,
        value instanceof Set ? [...(value as Set<string>)].toSorted() : (value as unknown),
      ])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
