import { OSAddAtomic, OSIncrementAtomic, atomic, IOService, type Op, type UsbDevice } from 'workloop';

export class Disk extends IOService {
  private usb!: UsbDevice;
  readonly blocks = atomic(0);
  readonly bytes = atomic(0);

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
  *counts(): Op<readonly [blocks: number, bytes: number]> {
    const blocks = yield* this.blocks.get();
    const bytes = yield* this.bytes.get();
    return [blocks, bytes];
  }
  // en: At the moment of the interrupt.
  // zh: 中断发生的那一刻就运行。
  private *handler(): Op {
    yield* OSIncrementAtomic(this.blocks);
    yield* OSAddAtomic(512, this.bytes);
  }
  // #endregion
}
