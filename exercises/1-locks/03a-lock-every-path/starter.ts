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
  // en: One user more, if the camera is awake.
  // zh: 摄像头醒着，就多一个使用者。
  *open(): Op<IOReturn> {
    yield* IOLockLock(this.lock);
    if (!(yield* this.awake.get())) return kIOReturnNotReady;
    yield* this.users.set((yield* this.users.get()) + 1);
    yield* IOLockUnlock(this.lock);
    return kIOReturnSuccess;
  }
  // en: One user less.
  // zh: 少一个使用者。
  *close(): Op<IOReturn> {
    const users = yield* this.users.get();
    if (users === 0) return kIOReturnNotPermitted;
    yield* this.users.set(users - 1);
    return kIOReturnSuccess;
  }
  // en: Sends the camera to sleep, if nobody uses it.
  // zh: 没有人在用，就让摄像头休眠。
  *sleep(): Op<IOReturn> {
    if ((yield* this.users.get()) > 0) return kIOReturnBusy;
    yield* IOLockLock(this.lock);
    yield* this.awake.set(false);
    yield* IOLockUnlock(this.lock);
    return kIOReturnSuccess;
  }
}
