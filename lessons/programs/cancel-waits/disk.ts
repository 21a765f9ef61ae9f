import {
  IOLockAlloc,
  IOLockLock,
  IOLockUnlock,
  IOService,
  IOSyncer,
  cell,
  kIOReturnSuccess,
  type Op,
  type UsbDevice,
} from 'workloop';

export class Disk extends IOService {
  private readonly lock = IOLockAlloc();
  private usb!: UsbDevice;
  private written!: IOSyncer;
  private readonly canceled = cell(false);
  private readonly blocks = cell(0);

  override *start(usb: UsbDevice): Op<boolean> {
    this.usb = usb;
    this.written = yield* IOSyncer.create(false);
    yield* usb.registerInterrupt(0, this, this.interruptOccurred);
    yield* usb.enableInterrupt(0);
    return true;
  }

  // #region copy
  *copy(blocks: number): Op {
    yield* IOLockLock(this.lock);
    for (let block = 1; block <= blocks && !(yield* this.canceled.get()); block++) {
      yield* this.write(block);
      yield* this.blocks.set(block);
    }
    yield* IOLockUnlock(this.lock);
  }
  // en: Answers how many blocks had been written when it got in.
  // zh: 回答它进来的时候已经写好了几块。
  *cancel(): Op<number> {
    yield* IOLockLock(this.lock);
    yield* this.canceled.set(true);
    const blocks = yield* this.blocks.get();
    yield* IOLockUnlock(this.lock);
    return blocks;
  }
  // #endregion

  private *write(block: number): Op {
    yield* this.written.reinit();
    yield* this.usb.submit(block);
    yield* this.written.wait(false);
  }

  private *interruptOccurred(): Op {
    while ((yield* this.usb.nextCompleted()) !== 0) yield* this.written.signal(kIOReturnSuccess, false);
  }
}
