import {
  IOLockAlloc,
  IOLockLock,
  IOLockUnlock,
  cell,
  kIOReturnNoResources,
  kIOReturnSuccess,
  type IOReturn,
  type Op,
} from 'workloop';

export class Port {
  readonly lock = IOLockAlloc();
  readonly milliamps = cell(500);
}

export class Hub {
  readonly left = new Port();
  readonly right = new Port();

  *lend(from: Port, to: Port, milliamps: number): Op<IOReturn> {
    yield* this.lockBoth();
    let result = kIOReturnNoResources;
    if ((yield* from.milliamps.get()) >= milliamps) {
      yield* from.milliamps.set((yield* from.milliamps.get()) - milliamps);
      yield* to.milliamps.set((yield* to.milliamps.get()) + milliamps);
      result = kIOReturnSuccess;
    }
    yield* this.unlockBoth();
    return result;
  }

  *total(): Op<number> {
    yield* this.lockBoth();
    const total = (yield* this.left.milliamps.get()) + (yield* this.right.milliamps.get());
    yield* this.unlockBoth();
    return total;
  }
  // en: Always the left one first.
  // zh: 永远先拿左边的。
  private *lockBoth(): Op {
    yield* IOLockLock(this.left.lock);
    yield* IOLockLock(this.right.lock);
  }

  private *unlockBoth(): Op {
    yield* IOLockUnlock(this.right.lock);
    yield* IOLockUnlock(this.left.lock);
  }
}
