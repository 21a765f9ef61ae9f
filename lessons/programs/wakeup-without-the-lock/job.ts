import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleep,
  IOLockUnlock,
  IOLockWakeup,
  THREAD_UNINT,
  unsynchronized,
  type Op,
} from 'workloop';

export class Job {
  private readonly lock = IOLockAlloc();
  readonly done = unsynchronized(false);

  *wait(): Op {
    yield* IOLockLock(this.lock);
    while (!(yield* this.done.get())) {
      yield* IOLockSleep(this.lock, this.done, THREAD_UNINT);
    }
    yield* IOLockUnlock(this.lock);
  }

  // #region finish
  *finish(): Op {
    yield* this.done.set(true);
    yield* IOLockWakeup(this.lock, this.done, false);
  }
  // #endregion
}
