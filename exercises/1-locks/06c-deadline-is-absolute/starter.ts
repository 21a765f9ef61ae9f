import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleepDeadline,
  IOLockUnlock,
  IOLockWakeup,
  THREAD_ABORTSAFE,
  THREAD_AWAKENED,
  cell,
  kIOReturnSuccess,
  kIOReturnTimeout,
  kMillisecondScale,
  type IOReturn,
  type Op,
} from 'workloop';

export class Command {
  private readonly lock = IOLockAlloc();
  readonly done = cell(false);
  // en: Waits for the device's answer, for half a second at most.
  // zh: 等设备应答，最多等半秒。
  *wait(): Op<IOReturn> {
    yield* IOLockLock(this.lock);
    while (!(yield* this.done.get())) {
      const halfASecond = 500 * kMillisecondScale;
      const why = yield* IOLockSleepDeadline(this.lock, this.done, halfASecond, THREAD_ABORTSAFE);
      if (why !== THREAD_AWAKENED) {
        yield* IOLockUnlock(this.lock);
        return kIOReturnTimeout;
      }
    }
    yield* IOLockUnlock(this.lock);
    return kIOReturnSuccess;
  }
  // en: The device has answered. Returns whether anybody still wants the answer.
  // zh: 设备应答了。返回还有没有人要这个应答。
  *complete(): Op<boolean> {
    yield* IOLockLock(this.lock);
    yield* this.done.set(true);
    yield* IOLockWakeup(this.lock, this.done, false);
    yield* IOLockUnlock(this.lock);
    return true;
  }
}
