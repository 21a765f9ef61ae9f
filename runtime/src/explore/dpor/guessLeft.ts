import type { Step } from './steps.ts';
import type { WakeupTree } from './wakeupTree.ts';

interface Branching {
  readonly sleep: readonly Step[];
  /** How many steps slept before anything was explored. */
  readonly asleep: number;
  readonly tree: WakeupTree;
}

/**
 * A guess of how many traces are still to come: as if, at every prefix of the present run, the branches left were as large as those that
 * are done (Knuth, Math. Comp. 29, 1975). Branches nobody has planned yet are not in it.
 */
export function guessLeft(traces: number, prefixes: readonly Branching[]): number {
  let share = 1;
  let explored = 0;
  for (const { sleep, asleep, tree } of prefixes) {
    const done = sleep.length - asleep;
    const branches = Math.max(1, done + tree.length);
    explored += (share * done) / branches;
    share /= branches;
  }
  return Math.round(traces / (explored + share) - traces);
}
