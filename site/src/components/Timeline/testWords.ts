import type { TimelineWords } from './words';

/** English words for tests, where no page gives them. */
export const testWords: TimelineWords = {
  step: 'step',
  stepNumber: 'Step {n}',
  other: '{context}: {why}',
  nobodyAsleep: '(nobody asleep)',
  asleepOn: 'asleep on {on}',
  waitsFor: 'waits: {owner} holds {lock}',
  masked: 'masked',
  finished: 'finished',
  idle: 'has nothing to do',
  preempts: 'preempts {context}',
};
