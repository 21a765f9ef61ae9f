import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleep,
  IOLockUnlock,
  IOLockWakeup,
  THREAD_UNINT,
  cell,
  type Op,
} from 'workloop';

export class Job {
  private readonly lock = IOLockAlloc();
  readonly done = cell(false);

  // #region wait
  *wait(): Op {
    if (yield* this.isDone()) return;
    yield* IOLockLock(this.lock);
    yield* IOLockSleep(this.lock, this.done, THREAD_UNINT);
    yield* IOLockUnlock(this.lock);
  }

  *isDone(): Op<boolean> {
    yield* IOLockLock(this.lock);
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
