import type { Program, RunReport } from 'workloop/run';
import type { Choice, Engine } from '../../engine/Engine';

/** Who takes so many steps has no end in sight. */
const most = 200;

/**
 * Lets one thread go on until it cannot, or something goes wrong.
 *
 * @param before what was chosen so far
 * @param first the thread's next step
 * @returns the steps it took, and the run with them
 */
export async function untilBlocked(
  engine: Engine,
  program: Program,
  before: readonly Choice[],
  first: Choice,
): Promise<{ readonly taken: readonly Choice[]; readonly run: RunReport }> {
  const again = Array.from({ length: most - 1 }, () => ({ context: first.context, alternative: 0 }));
  // A run ends before the first choice that is none.
  const wanted = [...before, first, ...again];
  const run = await engine.step(program, wanted);
  const end = Math.min(run.trace.steps.length, run.failure?.step ?? Infinity);
  const chosen = wanted.slice(0, end);
  return {
    taken: chosen.slice(before.length),
    run: end === run.trace.steps.length ? run : await engine.step(program, chosen),
  };
}
