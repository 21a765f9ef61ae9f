/** What is measured, each in a process of its own (`measure.ts`), and against whom. */
export interface Row {
  readonly name: string;
  /** A model in `spin/` and its constants. */
  readonly spin?: { readonly model: string; readonly constants: Readonly<Record<string, number>> };
  /** Whether fast-check's scheduler does the same in `measure.ts`, under the name with this ending. */
  readonly fastCheck?: boolean;
  /** How many rounds, where one takes long or very little. */
  readonly rounds?: number;
  /** How many times the other's time ours is to be, at least. */
  readonly aim?: number;
}

export const rows: readonly Row[] = [
  { name: 'philosophers(10)', spin: { model: 'philosophers', constants: { N: 10 } }, aim: 15 },
  { name: 'philosophers(10), least counterexample' },
  // so short that the first rounds measure the compiler
  {
    name: 'lock counter 6 × 1',
    spin: { model: 'lock-counter', constants: { N: 6, K: 1 } },
    rounds: 31,
    aim: 1,
  },
  { name: 'lock counter 4 × 6', spin: { model: 'lock-counter', constants: { N: 4, K: 6 } } },
  { name: 'lock counter 4 × 6, no reductions' },
  { name: 'capstone' },
  { name: 'capstone, no reductions' },
  { name: 'bounded queue, 3 × 2 and 3 × 2' },
  { name: 'bounded queue, 3 × 2 and 3 × 2, no symmetry' },
  { name: 'DPOR, lock counter 3 × 4', rounds: 1 },
  { name: 'DPOR, fib_bench(5)', rounds: 1 },
  { name: 'DPOR, lastzero(15)', rounds: 1 },
  { name: 'three two-step tasks, 10,000 schedules', fastCheck: true, aim: 1 },
];
