import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleep,
  IOLockUnlock,
  IOLockWakeup,
  THREAD_ABORTSAFE,
  cell,
  type Op,
} from 'workloop';

export class Job {
  private readonly lock = IOLockAlloc();
  readonly done = cell(false);

  // #region wait
  *wait(): Op {
    yield* IOLockLock(this.lock);
    while (!(yield* this.done.get())) {
      yield* IOLockSleep(this.lock, this.done, THREAD_ABORTSAFE);
    }
    yield* IOLockUnlock(this.lock);
  }
  // #endregion

  *finish(): Op {
    yield* IOLockLock(this.lock);
    yield* this.done.set(true);
    yield* IOLockWakeup(this.lock, this.done, false);
    yield* IOLockUnlock(this.lock);
  }
}
