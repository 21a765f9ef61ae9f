// caught by: open-and-sleep as data-race
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
    yield* IOLockLock(this.lock);
    let result: IOReturn = kIOReturnNotPermitted;
    const users = yield* this.users.get();
    if (users > 0) {
      yield* this.users.set(users - 1);
      result = kIOReturnSuccess;
    }
    yield* IOLockUnlock(this.lock);
    return result;
  }

  *sleep(): Op<IOReturn> {
    if ((yield* this.users.get()) > 0) return kIOReturnBusy;
    yield* IOLockLock(this.lock);
    yield* this.awake.set(false);
    yield* IOLockUnlock(this.lock);
    return kIOReturnSuccess;
  }
}
