// caught by: terminated as property
import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleepDeadline,
  IOLockUnlock,
  IOLockWakeup,
  THREAD_UNINT,
  THREAD_AWAKENED,
  THREAD_TIMED_OUT,
  cell,
  clock_interval_to_deadline,
  kIOReturnAborted,
  kIOReturnSuccess,
  kIOReturnTimeout,
  kMillisecondScale,
  type IOReturn,
  type Op,
} from 'workloop';

export class Command {
  private readonly lock = IOLockAlloc();
  readonly done = cell(false);
  private readonly givenUp = cell(false);

  *wait(): Op<IOReturn> {
    const until = yield* clock_interval_to_deadline(500, kMillisecondScale);
    let why = THREAD_AWAKENED;
    yield* IOLockLock(this.lock);
    while (!(yield* this.done.get()) && why === THREAD_AWAKENED) {
      why = yield* IOLockSleepDeadline(this.lock, this.done, until, THREAD_UNINT);
    }
    const done = yield* this.done.get();
    if (!done) yield* this.givenUp.set(true);
    yield* IOLockUnlock(this.lock);
    if (done) return kIOReturnSuccess;
    return why === THREAD_TIMED_OUT ? kIOReturnTimeout : kIOReturnAborted;
  }

  *complete(): Op<boolean> {
    yield* IOLockLock(this.lock);
    const wanted = !(yield* this.givenUp.get());
    if (wanted) {
      yield* this.done.set(true);
      yield* IOLockWakeup(this.lock, this.done, false);
    }
    yield* IOLockUnlock(this.lock);
    return wanted;
  }
}
