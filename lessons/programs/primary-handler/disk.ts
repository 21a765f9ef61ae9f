import { IOService, IOWorkLoop, cell, type Op, type UsbDevice } from 'workloop';

export class Disk extends IOService {
  private workLoop!: IOWorkLoop;
  private usb!: UsbDevice;
  readonly completions = cell(0);

  override *start(usb: UsbDevice): Op<boolean> {
    this.usb = usb;
    this.workLoop = yield* IOWorkLoop.workLoop();
    yield* usb.registerInterrupt(0, this, this.handler);
    yield* usb.enableInterrupt(0);
    return true;
  }

  *write(block: number): Op {
    yield* this.workLoop.runAction(this.writeGated, this, block);
  }

  *collect(): Op<number> {
    return yield* this.workLoop.runAction(this.collectGated, this);
  }

  private *writeGated(block: number): Op {
    yield* this.usb.submit(block);
  }
  // en: The gate is closed here.
  // zh: 这里门锁是关着的。
  private *collectGated(): Op<number> {
    const count = yield* this.completions.get();
    yield* this.completions.set(0);
    return count;
  }
  // en: At the moment of the interrupt. No lock is taken, and none may be.
  // zh: 中断发生的那一刻就运行。没有拿锁，也不允许拿。
  private *handler(): Op {
    yield* this.completions.set((yield* this.completions.get()) + 1);
  }
}
