import {
  IOCommandGate,
  IOInterruptEventSource,
  IOService,
  IOWorkLoop,
  cell,
  kIOReturnSuccess,
  type IOReturn,
  type Op,
  type UsbDevice,
} from 'workloop';

export class Disk extends IOService {
  private workLoop!: IOWorkLoop;
  private commandGate!: IOCommandGate;
  private irq!: IOInterruptEventSource;
  private usb!: UsbDevice;
  // en: How many blocks have been sent and are not on the disk yet.
  // zh: 已经发出、还没写到盘上的块数。
  private readonly inFlight = cell(0);
  // en: A block for the next time the work loop looks; 0 if there is none.
  // zh: 留给工作环下次来看时再发的一块；没有则为 0。
  readonly later = cell(0);

  override *start(usb: UsbDevice): Op<boolean> {
    this.usb = usb;
    this.workLoop = yield* IOWorkLoop.workLoop();
    this.commandGate = IOCommandGate.commandGate(this);
    this.irq = IOInterruptEventSource.interruptEventSource(this, this.interruptOccurred, usb, 0);
    yield* this.workLoop.addEventSource(this.commandGate);
    yield* this.workLoop.addEventSource(this.irq);
    yield* this.irq.enable();
    return true;
  }

  *write(block: number): Op<IOReturn> {
    return yield* this.commandGate.runAction(this.writeGated, block);
  }

  *writeLater(block: number): Op<IOReturn> {
    return yield* this.commandGate.runAction(this.writeLaterGated, block);
  }

  *reset(): Op<IOReturn> {
    return yield* this.commandGate.runAction(this.resetGated);
  }

  private *writeGated(block: number): Op<IOReturn> {
    yield* this.inFlight.set((yield* this.inFlight.get()) + 1);
    yield* this.usb.submit(block);
    return kIOReturnSuccess;
  }

  private *writeLaterGated(block: number): Op<IOReturn> {
    yield* this.later.set(block);
    return kIOReturnSuccess;
  }

  private *resetGated(): Op<IOReturn> {
    yield* this.usb.startReset();
    return kIOReturnSuccess;
  }
  // en: The work loop's own thread, when a block is on the disk and when a reset is over.
  // zh: 工作环自己的线程；有一块写好了，或者复位结束了，就会来到这里。
  private *interruptOccurred(): Op {
    while ((yield* this.usb.nextCompleted()) !== 0) {
      yield* this.inFlight.set((yield* this.inFlight.get()) - 1);
    }
    const block = yield* this.later.get();
    if (block !== 0) {
      yield* this.later.set(0);
      yield* this.commandGate.runAction(this.writeGated, block);
    }
  }
}
