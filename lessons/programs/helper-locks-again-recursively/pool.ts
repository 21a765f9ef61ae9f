import {
  IORecursiveLockAlloc,
  IORecursiveLockLock,
  IORecursiveLockUnlock,
  IOService,
  cell,
  type Op,
} from 'workloop';

export class Pool extends IOService {
  private readonly lock = IORecursiveLockAlloc();
  private readonly available = cell(4);
  private readonly used = cell(0);
  // en: Takes a channel. Answers how many channels there are in all.
  // zh: 取走一个通道，回答一共有几个通道。
  // #region claim
  *claim(): Op<number> {
    yield* IORecursiveLockLock(this.lock);
    yield* this.available.set((yield* this.available.get()) - 1);
    const total = yield* this.total();
    yield* this.used.set((yield* this.used.get()) + 1);
    yield* IORecursiveLockUnlock(this.lock);
    return total;
  }

  *total(): Op<number> {
    yield* IORecursiveLockLock(this.lock);
    const total = (yield* this.available.get()) + (yield* this.used.get());
    yield* IORecursiveLockUnlock(this.lock);
    return total;
  }
  // #endregion
}
