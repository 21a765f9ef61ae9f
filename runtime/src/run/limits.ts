import type { Limits } from './protocol.ts';

/** What grading uses, everywhere: all of it counted, none of it timed. */
export const LIMITS: Limits = {
  states: 2_000_000,
  questions: 20_000,
  history: 1_000,
  replayedEffects: 50_000,
  fuel: 1_000,
  steps: 10_000,
};
