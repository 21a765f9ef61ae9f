import {
  IORecursiveLockAlloc,
  IORecursiveLockLock,
  IORecursiveLockTryLock,
  IORecursiveLockUnlock,
  IOService,
  cell,
  type Op,
} from 'workloop';

export class Levels extends IOService {
  private readonly lock = IORecursiveLockAlloc();
  private readonly levels = cell(0);

  // #region levels
  *down(): Op {
    yield* IORecursiveLockLock(this.lock);
    yield* this.levels.set((yield* this.levels.get()) + 1);
  }

  *up(): Op {
    yield* this.levels.set((yield* this.levels.get()) - 1);
    yield* IORecursiveLockUnlock(this.lock);
  }
  // en: How many levels it finds when it gets in; -1 if it does not get in.
  // zh: 进得去，就回答里面有几层；进不去，回答 -1。
  *look(): Op<number> {
    if (!(yield* IORecursiveLockTryLock(this.lock))) return -1;
    const levels = yield* this.levels.get();
    yield* IORecursiveLockUnlock(this.lock);
    return levels;
  }
  // #endregion
}
