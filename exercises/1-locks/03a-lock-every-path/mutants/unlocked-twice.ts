// caught by: refused as panic
import {
  IOLockAlloc,
  IOLockLock,
  IOLockUnlock,
  IOService,
  cell,
  kIOReturnBusy,
  kIOReturnNotPermitted,
  kIOReturnNotReady,
  kIOReturnSuccess,
  type IOReturn,
  type Op,
} from 'workloop';

export class Camera extends IOService {
  private readonly lock = IOLockAlloc();
  readonly users = cell(0);
  readonly awake = cell(true);

  *open(): Op<IOReturn> {
    yield* IOLockLock(this.lock);
    let result: IOReturn = kIOReturnNotReady;
    if (yield* this.awake.get()) {
      yield* this.users.set((yield* this.users.get()) + 1);
      result = kIOReturnSuccess;
    }
    yield* IOLockUnlock(this.lock);
    return result;
  }

  *close(): Op<IOReturn> {
    let result: IOReturn = kIOReturnSuccess;
    yield* IOLockLock(this.lock);
    const users = yield* this.users.get();
    if (users === 0) {
      yield* IOLockUnlock(this.lock);
      result = kIOReturnNotPermitted;
    } else {
      yield* this.users.set(users - 1);
    }
    yield* IOLockUnlock(this.lock);
    return result;
  }

  *sleep(): Op<IOReturn> {
    yield* IOLockLock(this.lock);
    let result: IOReturn = kIOReturnBusy;
    if ((yield* this.users.get()) === 0) {
      yield* this.awake.set(false);
      result = kIOReturnSuccess;
    }
    yield* IOLockUnlock(this.lock);
    return result;
  }
}
