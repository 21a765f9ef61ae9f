// caught by: to-itself as panic
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
    const first = from === this.left ? from : to;
    const second = from === this.left ? to : from;
    yield* IOLockLock(first.lock);
    yield* IOLockLock(second.lock);
    let result = kIOReturnNoResources;
    if ((yield* from.milliamps.get()) >= milliamps) {
      yield* from.milliamps.set((yield* from.milliamps.get()) - milliamps);
      yield* to.milliamps.set((yield* to.milliamps.get()) + milliamps);
      result = kIOReturnSuccess;
    }
    yield* IOLockUnlock(second.lock);
    yield* IOLockUnlock(first.lock);
    return result;
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
