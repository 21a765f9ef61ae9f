/** What the engines' own script takes from the worker that loads it: the build fails if it needs more. */
export { HandleValue } from '../effects/index.ts';
export { Checks } from '../explore/checks.ts';
export { costOf, isPreemption, NOBODY, Preemption } from '../explore/cost.ts';
export { counterexampleOf } from '../explore/counterexample.ts';
export { deadlockFailure, ownerCycle } from '../explore/deadlock.ts';
export { exploringGraph, worldOf } from '../explore/explore.ts';
export { isHang, nameStuck } from '../explore/hangs.ts';
export { limitQuestions, LimitReached } from '../explore/limits.ts';
export { copy } from '../explore/macroStep.ts';
export { minimize } from '../explore/minimize.ts';
export { Outcomes } from '../explore/outcomes.ts';
export { raceFailure } from '../explore/races.ts';
export { random } from '../explore/random.ts';
export { ALL } from '../explore/reductions.ts';
export { sameKind } from '../explore/sameKind.ts';
export { unpack } from '../explore/schedule.ts';
export { MOST_WORDS } from '../explore/search.ts';
export { Cancelled, finish } from '../explore/slices.ts';
export {
  canStep,
  ClockRead,
  deviceMoves,
  enabled,
  isDone,
  isFlush,
  isIdle,
  isMayStep,
  layout,
  mustNotBlock,
  ownerOf,
  plainAccess,
} from '../kernel/index.ts';
