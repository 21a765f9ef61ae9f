import {
  IOService,
  unsynchronized,
  kIOReturnExclusiveAccess,
  kIOReturnSuccess,
  type IOReturn,
  type Op,
} from 'workloop';

export class Camera extends IOService {
  readonly inUse = unsynchronized(false);

  // #region claim
  *claim(): Op<IOReturn> {
    if (yield* this.inUse.get()) return kIOReturnExclusiveAccess;
    yield* this.inUse.set(true);
    return kIOReturnSuccess;
  }
  // #endregion
}
