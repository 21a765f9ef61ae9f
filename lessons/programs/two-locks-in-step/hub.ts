import { IOLockAlloc, IOLockLock, IOLockTryLock, IOLockUnlock, cell, type Op } from 'workloop';

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
    while (!(yield* IOLockTryLock(to.lock))) {
      // en: Not while holding: give back what we have, then begin again.
      // zh: 不能抱着锁等：先把手里的还回去，再从头来。
      yield* IOLockUnlock(from.lock);
      yield* IOLockLock(from.lock);
    }
    yield* from.milliamps.set((yield* from.milliamps.get()) - 100);
    yield* to.milliamps.set((yield* to.milliamps.get()) + 100);
    yield* IOLockUnlock(to.lock);
    yield* IOLockUnlock(from.lock);
  }
  // #endregion
}
