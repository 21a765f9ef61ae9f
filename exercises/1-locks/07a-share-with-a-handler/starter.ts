import { IOLockAlloc, IOLockLock, IOLockUnlock, IOService, cell, type Op, type UsbDevice } from 'workloop';

const BLOCK = 512;

export class Disk extends IOService {
  private usb!: UsbDevice;
  private readonly lock = IOLockAlloc();
  readonly blocks = cell(0);
  readonly bytes = cell(0);

  override *start(usb: UsbDevice): Op<boolean> {
    this.usb = usb;
    yield* usb.registerInterrupt(0, this, this.handler);
    yield* usb.enableInterrupt(0);
    return true;
  }
  // en: Any client thread.
  // zh: 任何客户端线程。
  *write(block: number): Op {
    yield* this.usb.submit(block);
  }
  // en: Takes out what has been counted; the counts start again from 0.
  // zh: 取走到目前为止的计数，然后从 0 重新数起。
  *collect(): Op<readonly [blocks: number, bytes: number]> {
    yield* IOLockLock(this.lock);
    const blocks = yield* this.blocks.get();
    const bytes = yield* this.bytes.get();
    yield* this.blocks.set(0);
    yield* this.bytes.set(0);
    yield* IOLockUnlock(this.lock);
    return [blocks, bytes];
  }
  // en: At the moment of the interrupt.
  // zh: 中断发生的那一刻就运行。
  private *handler(): Op {
    while ((yield* this.usb.nextCompleted()) !== 0) {
      yield* IOLockLock(this.lock);
      yield* this.blocks.set((yield* this.blocks.get()) + 1);
      yield* this.bytes.set((yield* this.bytes.get()) + BLOCK);
      yield* IOLockUnlock(this.lock);
    }
  }
}
