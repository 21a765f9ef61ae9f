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
  private readonly next = cell(0);

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

  *reset(): Op<IOReturn> {
    return yield* this.commandGate.runAction(this.resetGated);
  }
  // en: Writes two blocks, the second one when the first has completed.
  // zh: 写两块，第一块完成之后再写第二块。
  *writeBoth(block: number): Op<IOReturn> {
    return yield* this.commandGate.runAction(this.writeBothGated, block);
  }

  private *writeBothGated(block: number): Op<IOReturn> {
    yield* this.next.set(block + 1);
    return yield* this.writeGated(block);
  }

  private *resetGated(): Op<IOReturn> {
    yield* this.commandGate.disable();
    yield* this.usb.startReset();
    return kIOReturnSuccess;
  }

  private *writeGated(block: number): Op<IOReturn> {
    yield* this.usb.submit(block);
    return kIOReturnSuccess;
  }
  // en: The work loop's own thread, with the gate closed.
  // zh: 工作环自己的线程，门锁关着。
  private *interruptOccurred(): Op {
    while ((yield* this.usb.nextCompleted()) !== 0) {
      const block = yield* this.next.get();
      if (block === 0) continue;
      yield* this.next.set(0);
      yield* this.commandGate.runAction(this.writeGated, block);
    }
    if (yield* this.usb.resetDone()) yield* this.commandGate.enable();
  }
}
