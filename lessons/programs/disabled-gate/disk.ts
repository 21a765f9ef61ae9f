import {
  IOCommandGate,
  IOInterruptEventSource,
  IOService,
  IOWorkLoop,
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

  *write(block: number): Op<IOReturn> {
    return yield* this.commandGate.runAction(this.writeGated, block);
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
    while ((yield* this.usb.nextCompleted()) !== 0);
    if (yield* this.usb.resetDone()) yield* this.commandGate.enable();
  }
}
