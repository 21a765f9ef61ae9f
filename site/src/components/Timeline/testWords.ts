import { traceWords, type TimelineWords } from './words';

/** English words for tests, where no page gives them. */
export const testWords: TimelineWords = {
  say: traceWords('en'),
  stepNumber: (step) => `Step ${step}`,
  other: (context, why) => `${context}: ${why}`,
  idle: 'has nothing to do',
};
