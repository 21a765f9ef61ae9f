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
  readonly available = cell(1);

  // #region claim
  *claim(): Op<IOReturn> {
    yield* IOLockLock(this.lock);
    const available = yield* this.available.get();
    if (available === 0) return kIOReturnNoResources;
    yield* this.available.set(available - 1);
    yield* IOLockUnlock(this.lock);
    return kIOReturnSuccess;
  }
  // #endregion

  *giveBack(): Op {
    yield* IOLockLock(this.lock);
    yield* this.available.set((yield* this.available.get()) + 1);
    yield* IOLockUnlock(this.lock);
  }
}
