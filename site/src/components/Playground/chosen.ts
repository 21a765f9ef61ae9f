import { parseToken } from 'workloop/run';
import type { Trace } from 'workloop/trace';
import type { Choice } from '../../engine/Engine';

/** What the reader did at one time, to be taken back at one time: a step, or a thread's steps until it blocked. */
export type Act = readonly Choice[];

/** The alternative under which a store that reaches memory is chosen. */
const flush = 255;

/** A run's choices, as if the reader had made them one by one. */
export function actsOf({ token }: Trace): readonly Act[] {
  const steps = parseToken(token)?.steps ?? [];
  return steps.map(({ context, word, alternative }) => [
    { context, alternative: word === 'flush' ? flush : alternative },
  ]);
}
