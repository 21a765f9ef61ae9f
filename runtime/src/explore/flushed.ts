import { FLUSH, waitingStores, type Kernel } from '../kernel/index.ts';
import type { Choice, Verdict } from './verdict.ts';

/** A verdict found as if every store were seen at once, with schedules for a machine with store buffers: every store is flushed at once. */
export function flushed(kernel: Kernel, initial: Int32Array, verdict: Verdict): Verdict {
  const outcomes = verdict.outcomes.map((outcome) => ({
    ...outcome,
    witness: withFlushes(kernel, initial, outcome.witness).schedule,
  }));
  if (verdict.verdict !== 'fails') return { ...verdict, outcomes };
  const { counterexample } = verdict;
  const { schedule, cycle } = withFlushes(
    kernel,
    initial,
    counterexample.schedule,
    counterexample.cycle ?? 0,
  );
  return {
    ...verdict,
    outcomes,
    counterexample: { ...counterexample, schedule, ...(cycle > 0 && { cycle }) },
  };
}

/** Follows every step that stores by a flush. Also says how many of the steps are those of the last `last` ones. */
function withFlushes(
  k: Kernel,
  initial: Int32Array,
  schedule: readonly Choice[],
  last = 0,
): { readonly schedule: Choice[]; readonly cycle: number } {
  const s = initial.slice();
  const steps: Choice[] = [];
  let before = 0;
  schedule.forEach((choice, i) => {
    if (i === schedule.length - last) before = steps.length;
    const c = k.contexts[choice.context];
    k.step(s, (choice.context << 8) | choice.alternative);
    steps.push(choice);
    while (c && waitingStores(k, s, c).length > 0) {
      k.step(s, (choice.context << 8) | FLUSH);
      steps.push({ context: choice.context, alternative: FLUSH });
    }
  });
  return { schedule: steps, cycle: last > 0 ? steps.length - before : 0 };
}
