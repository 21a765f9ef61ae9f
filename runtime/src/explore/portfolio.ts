import type { Kernel } from '../kernel/index.ts';
import { exploringDpor, type ExploreDporOptions } from './dpor/exploreDpor.ts';
import { exploringGraph } from './explore.ts';
import type { RunsVerdict } from './runsVerdict.ts';
import { finish, type Slices } from './slices.ts';
import type { Progress, Verdict } from './verdict.ts';

/** What the first engine that was sure has found; without an `engine`, it was the state graph. */
export type PortfolioVerdict = Verdict | RunsVerdict;

/**
 * Decides a program by whoever is done first: the state graph, or optimal DPOR until its first failure. They take turns, and a turn is
 * counted in states and steps: the same one is the first every time. Where neither is sure, the state graph says why it is not. A DPOR
 * that is not for this program refuses, so either's answer is as good as the other's.
 */
export const explorePortfolio = (
  kernel: Kernel,
  initial: Int32Array,
  options: ExploreDporOptions,
): PortfolioVerdict => finish(takingTurns(kernel, initial, options), options);

function* takingTurns(
  kernel: Kernel,
  initial: Int32Array,
  options: ExploreDporOptions,
): Slices<PortfolioVerdict> {
  const graph = exploringGraph(kernel, initial, options);
  const dpor = exploringDpor(kernel, initial, { ...options, untilFailure: true });
  let states = graph.next();
  let traces: IteratorResult<Progress, RunsVerdict> | undefined;
  let gaveUp = Infinity;
  for (let turn = 1; ; turn++) {
    if (states.done && isSure(states.value)) return states.value;
    if (states.done) gaveUp = Math.min(gaveUp, turn);
    if (!traces?.done) traces = dpor.next();
    if (traces.done && isSure(traces.value.verdict)) return traces.value;
    // where the graph has given up, DPOR has as many turns again
    if (states.done && (traces.done || turn >= 2 * gaveUp)) return states.value;
    try {
      yield together(states, traces);
    } catch (cancelled) {
      const stopped = states.done ? dpor.throw(cancelled) : graph.throw(cancelled);
      if (stopped.done) return stopped.value;
    }
    if (!states.done) states = graph.next();
  }
}

const isSure = ({ verdict }: Verdict): boolean => verdict === 'holds' || verdict === 'fails';

/** How far both are; what is guessed is how many states are left, as long as they are counted. */
function together(
  states: IteratorResult<Progress, Verdict>,
  traces: IteratorResult<Progress, RunsVerdict>,
): Progress {
  if (states.done) return traces.done ? NOTHING : traces.value;
  const { traces: runs } = traces.done ? NOTHING : traces.value;
  return { ...states.value, ...(runs !== undefined && { traces: runs }) };
}

const NOTHING: Progress = { states: 0, frontier: 0 };
