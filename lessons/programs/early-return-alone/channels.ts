import {
  IOLockAlloc,
  IOLockLock,
  IOLockUnlock,
  IOService,
  cell,
  kIOReturnNoResources,
  kIOReturnSuccess,
  type IOReturn,
  type Op,
} from 'workloop';

export class Channels extends IOService {
  private readonly lock = IOLockAlloc();
  readonly free = cell(1);

  // #region claim
  *claim(): Op<IOReturn> {
    yield* IOLockLock(this.lock);
    const free = yield* this.free.get();
    if (free === 0) return kIOReturnNoResources;
    yield* this.free.set(free - 1);
    yield* IOLockUnlock(this.lock);
    return kIOReturnSuccess;
  }
  // #endregion

  *giveBack(): Op {
    yield* IOLockLock(this.lock);
    yield* this.free.set((yield* this.free.get()) + 1);
    yield* IOLockUnlock(this.lock);
  }
}
