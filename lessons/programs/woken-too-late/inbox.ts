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

export class Inbox {
  private readonly lock = IOLockAlloc();
  readonly letters = cell(0);

  // #region take
  *take(): Op {
    yield* IOLockLock(this.lock);
    if ((yield* this.letters.get()) === 0) {
      yield* IOLockSleep(this.lock, this.letters, THREAD_UNINT);
    }
    yield* this.letters.set((yield* this.letters.get()) - 1);
    yield* IOLockUnlock(this.lock);
  }
  // #endregion

  // #region put
  *put(): Op {
    yield* IOLockLock(this.lock);
    yield* this.letters.set((yield* this.letters.get()) + 1);
    yield* IOLockWakeup(this.lock, this.letters, true);
    yield* IOLockUnlock(this.lock);
  }
  // #endregion
}
