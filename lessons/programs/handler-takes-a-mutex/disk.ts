import { IOLockAlloc, IOLockLock, IOLockUnlock, IOService, cell, type Op, type UsbDevice } from 'workloop';

export class Disk extends IOService {
  private usb!: UsbDevice;
  private readonly lock = IOLockAlloc();
  readonly completions = cell(0);

  override *start(usb: UsbDevice): Op<boolean> {
    this.usb = usb;
    yield* usb.registerInterrupt(0, this, this.handler);
    yield* usb.enableInterrupt(0);
    return true;
  }

  *write(block: number): Op {
    yield* this.usb.submit(block);
  }

  // #region shared
  // en: Any client thread.
  // zh: 任何客户端线程。
  *collect(): Op<number> {
    yield* IOLockLock(this.lock);
    const count = yield* this.completions.get();
    yield* this.completions.set(0);
    yield* IOLockUnlock(this.lock);
    return count;
  }
  // en: At the moment of the interrupt.
  // zh: 中断发生的那一刻就运行。
  private *handler(): Op {
    yield* IOLockLock(this.lock);
    yield* this.completions.set((yield* this.completions.get()) + 1);
    yield* IOLockUnlock(this.lock);
  }
  // #endregion
}
