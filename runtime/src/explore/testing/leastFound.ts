import { leastCost, statesShowing, type Triple } from './bruteMinimum.ts';
import type { Node } from './bruteForce.ts';
import { exploreOnce, worldOf } from '../explore.ts';
import { isHang } from '../hangs.ts';
import { NONE, type Reductions } from '../reductions.ts';
import { ready, type Program, type Ready } from './program.ts';

/** The counterexample that the engine finds, as (preemptions, switches, steps), and what brute force says is the least. */
export interface LeastFound {
  readonly kind: string;
  readonly shortest: boolean;
  readonly found: Triple;
  readonly least: Triple | undefined;
}

/** Undefined where the program does not fail. */
export function leastFound(
  program: Program,
  reductions: Reductions,
  oracle: Ready,
  nodes: readonly Node[],
): LeastFound | undefined {
  const { kernel, initial } = ready(program);
  const properties = { properties: [], watch: {} };
  const verdict = exploreOnce(worldOf(kernel, initial, properties), { properties, reductions });
  if (verdict.verdict !== 'fails') return undefined;
  const { failure, preemptions, switches, schedule, cycle = 0, shortest } = verdict.counterexample;
  const { kind } = failure;
  const least = leastCost(oracle.kernel, nodes, statesShowing(oracle.kernel, nodes, kind));
  const steps = schedule.length - cycle;
  // how far one goes into a hang is cut off only without reductions
  const exact = reductions === NONE || !isHang(kind);
  const found = [preemptions, switches, exact ? steps : Math.min(steps, least?.[2] ?? 0)] as const;
  return { kind, shortest, found, least };
}
