import {
  IOLockAlloc,
  IOLockLock,
  IOLockUnlock,
  IOSimpleLockAlloc,
  IOSimpleLockLock,
  IOSimpleLockLockDisableInterrupt,
  IOSimpleLockUnlock,
  IOSimpleLockUnlockEnableInterrupt,
  IOService,
  cell,
  type Op,
  type UsbDevice,
} from 'workloop';

export class Disk extends IOService {
  private usb!: UsbDevice;
  private readonly lock = IOSimpleLockAlloc();
  private readonly bookLock = IOLockAlloc();
  readonly completions = cell(0);
  readonly book = cell(0);

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
    const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.lock);
    const count = yield* this.completions.get();
    yield* this.completions.set(0);
    yield* this.enter(count);
    yield* IOSimpleLockUnlockEnableInterrupt(this.lock, interrupts);
    return count;
  }

  private *enter(count: number): Op {
    yield* IOLockLock(this.bookLock);
    yield* this.book.set((yield* this.book.get()) + count);
    yield* IOLockUnlock(this.bookLock);
  }
  // en: At the moment of the interrupt.
  // zh: 中断发生的那一刻就运行。
  private *handler(): Op {
    yield* IOSimpleLockLock(this.lock);
    yield* this.completions.set((yield* this.completions.get()) + 1);
    yield* IOSimpleLockUnlock(this.lock);
  }
  // #endregion
}
