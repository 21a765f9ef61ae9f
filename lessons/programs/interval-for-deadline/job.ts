import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleepDeadline,
  IOLockUnlock,
  IOLockWakeup,
  THREAD_AWAKENED,
  THREAD_UNINT,
  cell,
  kMillisecondScale,
  type Op,
} from 'workloop';

export class Job {
  private readonly lock = IOLockAlloc();
  readonly done = cell(false);

  // #region wait
  *wait(): Op<boolean> {
    const limit = 100 * kMillisecondScale;
    let why = THREAD_AWAKENED;
    yield* IOLockLock(this.lock);
    while (!(yield* this.done.get()) && why === THREAD_AWAKENED) {
      why = yield* IOLockSleepDeadline(this.lock, this.done, limit, THREAD_UNINT);
    }
    const done = yield* this.done.get();
    yield* IOLockUnlock(this.lock);
    return done;
  }
  // #endregion

  *finish(): Op {
    yield* IOLockLock(this.lock);
    yield* this.done.set(true);
    yield* IOLockWakeup(this.lock, this.done, false);
    yield* IOLockUnlock(this.lock);
  }
}
