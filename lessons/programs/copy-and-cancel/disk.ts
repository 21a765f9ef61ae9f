import {
  IOService,
  IOSyncer,
  atomic,
  kIOReturnAborted,
  kIOReturnSuccess,
  type IOReturn,
  type Op,
  type UsbDevice,
} from 'workloop';

export class Disk extends IOService {
  private usb!: UsbDevice;
  private written!: IOSyncer;
  private readonly canceled = atomic(false);

  // #region start
  override *start(usb: UsbDevice): Op<boolean> {
    this.usb = usb;
    this.written = yield* IOSyncer.create(false);
    yield* usb.registerInterrupt(0, this, this.interruptOccurred);
    yield* usb.enableInterrupt(0);
    return true;
  }

  override *stop(usb: UsbDevice): Op {
    yield* usb.disableInterrupt(0);
    yield* usb.unregisterInterrupt(0);
    yield* this.written.release();
  }
  // #endregion

  // #region copy
  *copy(blocks: number): Op<IOReturn> {
    if (yield* this.canceled.get()) return kIOReturnAborted;
    for (let block = 1; block <= blocks; block++) yield* this.write(block);
    return kIOReturnSuccess;
  }

  *cancel(): Op {
    yield* this.canceled.set(true);
  }
  // #endregion
  // en: Sends one block and sleeps until it is on the disk.
  // zh: 发出一块，睡到它写到盘上为止。
  private *write(block: number): Op {
    yield* this.written.reinit();
    yield* this.usb.submit(block);
    yield* this.written.wait(false);
  }
  // en: On no thread at all: at the moment of the interrupt.
  // zh: 不在任何线程上：中断发生的那一刻就运行。
  private *interruptOccurred(): Op {
    while ((yield* this.usb.nextCompleted()) !== 0) yield* this.written.signal(kIOReturnSuccess, false);
  }
}
