import { IOLockAlloc, IOLockLock, IOLockUnlock, cell, type Op } from 'workloop';

export class Port {
  readonly lock = IOLockAlloc();
  readonly milliamps = cell(500);
}

export class Hub {
  readonly left = new Port();
  readonly right = new Port();

  // #region lend
  *lend(from: Port, to: Port): Op {
    yield* IOLockLock(from.lock);
    yield* IOLockLock(to.lock);
    yield* from.milliamps.set((yield* from.milliamps.get()) - 100);
    yield* to.milliamps.set((yield* to.milliamps.get()) + 100);
    yield* IOLockUnlock(to.lock);
    yield* IOLockUnlock(from.lock);
  }
  // #endregion
}
