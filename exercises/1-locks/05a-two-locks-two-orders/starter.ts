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
  // en: Gives some of one port's current to the other.
  // zh: 把一个端口的一部分电流额度借给另一个。
  *lend(from: Port, to: Port, milliamps: number): Op<IOReturn> {
    yield* IOLockLock(from.lock);
    if ((yield* from.milliamps.get()) < milliamps) {
      yield* IOLockUnlock(from.lock);
      return kIOReturnNoResources;
    }
    yield* IOLockLock(to.lock);
    yield* from.milliamps.set((yield* from.milliamps.get()) - milliamps);
    yield* to.milliamps.set((yield* to.milliamps.get()) + milliamps);
    yield* IOLockUnlock(to.lock);
    yield* IOLockUnlock(from.lock);
    return kIOReturnSuccess;
  }
  // en: What both ports have together.
  // zh: 两个端口一共有多少。
  *total(): Op<number> {
    yield* IOLockLock(this.left.lock);
    const left = yield* this.left.milliamps.get();
    yield* IOLockUnlock(this.left.lock);
    yield* IOLockLock(this.right.lock);
    const right = yield* this.right.milliamps.get();
    yield* IOLockUnlock(this.right.lock);
    return left + right;
  }
}
