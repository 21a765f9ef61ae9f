import {
  IOService,
  atomic,
  OSCompareAndSwap,
  kIOReturnExclusiveAccess,
  kIOReturnSuccess,
  type IOReturn,
  type Op,
} from 'workloop';

export class Camera extends IOService {
  readonly inUse = atomic(false);

  // #region claim
  *claim(): Op<IOReturn> {
    if (!(yield* OSCompareAndSwap(false, true, this.inUse))) return kIOReturnExclusiveAccess;
    return kIOReturnSuccess;
  }
  // #endregion
}
