import { note, profile, type Op } from '../effects/index.ts';
import { unsynchronized } from './cell.ts';
import { IOEventSource } from './IOEventSource.ts';
import { kIOReturnAborted, type IOReturn } from './IOReturn.ts';
import type { Method } from './method.ts';
import { THREAD_ABORTSAFE, THREAD_AWAKENED, THREAD_INTERRUPTED, THREAD_UNINT } from './waitResult.ts';
import { thread_wakeup_prim } from './wakeup.ts';

/** The word of sleepers: one flag, and the number of sleepers above it. */
const kSleepersTearDown = 1;
const kSleepersOne = 2;

/** Whether command gates follow the protocol of xnu-792.10.96 to xnu-2782. */
export const isYosemiteGate = (): boolean => profile().kernel !== 'current';

/**
 * The command gate's protocol until xnu-2782, which `IOCommandGate` turns to where the scenario's profile says so: it counts those who
 * sleep because it is disabled, and once in a work loop never leaves it, enabled or not.
 */
export class YosemiteCommandGate extends IOEventSource {
  protected readonly sleepers = unsynchronized(0);

  /** Knows no kIOReturnNotReady. Panics if the command gate was never added. */
  protected *runActionYosemite<Args extends unknown[], Result>(
    action: Method<Args, Result>,
    args: Args,
  ): Op<Result | IOReturn> {
    yield* this.closeGate();
    if (!(yield* this.onThread()) && !(yield* this.waitUntilEnabledYosemite())) return kIOReturnAborted;
    note('tracePoint', 'IOCMDQ_ACTION', 'start', [action, this.owner]);
    const result = yield* action.apply(this.owner, args);
    note('tracePoint', 'IOCMDQ_ACTION', 'end', [action, this.owner]);
    yield* this.openGate();
    return result;
  }

  /** The disabled wait of runAction; any signal may end it. False once it has given up, with the gate open. */
  private *waitUntilEnabledYosemite(): Op<boolean> {
    while (!(yield* this.enabled.get())) {
      yield* this.sleepers.set((yield* this.sleepers.get()) + kSleepersOne);
      const result = yield* this.sleepGate(this.enabled, THREAD_ABORTSAFE);
      yield* this.sleepers.set((yield* this.sleepers.get()) - kSleepersOne);
      const tearDown = ((yield* this.sleepers.get()) & kSleepersTearDown) !== 0;
      if (result === THREAD_AWAKENED && !tearDown) continue;
      yield* this.openGate();
      if (tearDown) yield* this.wakeRemover();
      return false;
    }
    return true;
  }

  /** By way of the work loop, which whoever comes last may find freed. */
  private *wakeRemover(): Op {
    const loop = yield* this.workLoop.get();
    if (loop) yield* loop.getThread();
    yield* thread_wakeup_prim(this.sleepers, false, THREAD_AWAKENED);
  }

  /** Detaching sends home who waits, and that is all: the command gate keeps its work loop, and stays enabled if it is. */
  protected *tearDownYosemite(): Op {
    yield* this.closeGate();
    yield* this.sleepers.set((yield* this.sleepers.get()) | kSleepersTearDown);
    while ((yield* this.sleepers.get()) & ~kSleepersTearDown) {
      yield* thread_wakeup_prim(this.enabled, false, THREAD_INTERRUPTED);
      yield* this.sleepGate(this.sleepers, THREAD_UNINT);
    }
    yield* this.sleepers.set(0);
    yield* this.openGate();
  }
}
