import { IOLockAlloc, IOLockLock, IOLockUnlock, cell, type Op } from 'workloop';

export class Port {
  readonly lock = IOLockAlloc();
  readonly milliamps = cell(500);
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

export class Hub {
  readonly left = new Port(1);
  readonly right = new Port(2);

  // #region lend
  *lend(from: Port, to: Port): Op {
    const first = from.number < to.number ? from : to;
    const second = first === from ? to : from;
    yield* IOLockLock(first.lock);
    yield* IOLockLock(second.lock);
    yield* from.milliamps.set((yield* from.milliamps.get()) - 100);
    yield* to.milliamps.set((yield* to.milliamps.get()) + 100);
    yield* IOLockUnlock(second.lock);
    yield* IOLockUnlock(first.lock);
  }
  // #endregion
}
