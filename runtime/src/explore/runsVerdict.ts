import type { Verdict } from './verdict.ts';
import type { RefusalCode } from './dpor/refused.ts';

/** What an engine found that looks at whole runs and not at states. */
export interface RunsVerdict {
  readonly engine: 'dpor' | 'sample';
  /** How many complete runs it looked at: of optimal DPOR one for each trace. */
  readonly runs: number;
  /** Runs that it broke off because they were explored already. */
  readonly redundant: number;
  /** How many of the runs end with threads that wait for each other's locks in a circle. */
  readonly deadlocks: number;
  /** The cells with a data race, by name. */
  readonly races: readonly string[];
  /** Where preemptions are bounded: how many traces need at most 0, 1, 2, … of them, up to the bound. */
  readonly byPreemptions?: readonly number[];
  /** Why it is not for this program; the verdict is `inconclusive`. */
  readonly refused?: RefusalCode;
  /** Its `states` and `edges` are 0. */
  readonly verdict: Verdict;
}
