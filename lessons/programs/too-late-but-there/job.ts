import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleepDeadline,
  IOLockUnlock,
  IOLockWakeup,
  THREAD_AWAKENED,
  THREAD_TIMED_OUT,
  THREAD_UNINT,
  cell,
  clock_interval_to_deadline,
  kIOReturnSuccess,
  kIOReturnTimeout,
  kMillisecondScale,
  type IOReturn,
  type Op,
} from 'workloop';

export class Job {
  private readonly lock = IOLockAlloc();
  readonly done = cell(false);
  readonly reset = cell(false);

  // #region wait
  *wait(): Op<IOReturn> {
    const until = yield* clock_interval_to_deadline(100, kMillisecondScale);
    let why = THREAD_AWAKENED;
    yield* IOLockLock(this.lock);
    while (!(yield* this.done.get()) && why === THREAD_AWAKENED) {
      why = yield* IOLockSleepDeadline(this.lock, this.done, until, THREAD_UNINT);
    }
    const late = why === THREAD_TIMED_OUT;
    if (late) yield* this.reset.set(true);
    yield* IOLockUnlock(this.lock);
    return late ? kIOReturnTimeout : kIOReturnSuccess;
  }
  // #endregion
  // en: After a reset no answer comes anymore.
  // zh: 复位之后，不会再有应答。
  *finish(): Op {
    yield* IOLockLock(this.lock);
    if (!(yield* this.reset.get())) {
      yield* this.done.set(true);
      yield* IOLockWakeup(this.lock, this.done, false);
    }
    yield* IOLockUnlock(this.lock);
  }
}
