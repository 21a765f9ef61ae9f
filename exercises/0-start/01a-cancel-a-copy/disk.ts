import { IOService, IOSyncer, cell, kIOReturnSuccess, type Op, type UsbDevice } from 'workloop';

export class Disk extends IOService {
  private usb!: UsbDevice;
  private written!: IOSyncer;
  readonly blocks = cell(0);

  override *start(usb: UsbDevice): Op<boolean> {
    this.usb = usb;
    this.written = yield* IOSyncer.create(false);
    yield* usb.registerInterrupt(0, this, this.interruptOccurred);
    yield* usb.enableInterrupt(0);
    return true;
  }
  // en: Sends one block and returns when it is on the disk.
  // zh: 发出一块，等它写到盘上才返回。
  *write(block: number): Op {
    yield* this.written.reinit();
    yield* this.usb.submit(block);
    yield* this.written.wait(false);
    yield* this.blocks.set((yield* this.blocks.get()) + 1);
  }

  private *interruptOccurred(): Op {
    while ((yield* this.usb.nextCompleted()) !== 0) yield* this.written.signal(kIOReturnSuccess, false);
  }
}
