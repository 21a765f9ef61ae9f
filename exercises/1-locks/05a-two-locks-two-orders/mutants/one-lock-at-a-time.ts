// caught by: total as property
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
    yield* IOLockLock(from.lock);
    if ((yield* from.milliamps.get()) < milliamps) {
      yield* IOLockUnlock(from.lock);
      return kIOReturnNoResources;
    }
    yield* from.milliamps.set((yield* from.milliamps.get()) - milliamps);
    yield* IOLockUnlock(from.lock);
    yield* IOLockLock(to.lock);
    yield* to.milliamps.set((yield* to.milliamps.get()) + milliamps);
    yield* IOLockUnlock(to.lock);
    return kIOReturnSuccess;
  }

  *total(): Op<number> {
    yield* IOLockLock(this.left.lock);
    yield* IOLockLock(this.right.lock);
    const total = (yield* this.left.milliamps.get()) + (yield* this.right.milliamps.get());
    yield* IOLockUnlock(this.right.lock);
    yield* IOLockUnlock(this.left.lock);
    return total;
  }
}
