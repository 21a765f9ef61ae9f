import {
  IOCommandGate,
  IOInterruptEventSource,
  IOService,
  IOWorkLoop,
  THREAD_UNINT,
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
  private readonly inFlight = cell(0);
  private readonly resetting = cell(false);
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
    yield* this.commandGate.disable();
    while ((yield* this.inFlight.get()) > 0) {
      yield* this.commandGate.commandSleep(this.inFlight, THREAD_UNINT);
    }
    yield* this.resetting.set(true);
    yield* this.usb.startReset();
    return kIOReturnSuccess;
  }

  private *interruptOccurred(): Op {
    while ((yield* this.usb.nextCompleted()) !== 0) {
      yield* this.inFlight.set((yield* this.inFlight.get()) - 1);
      yield* this.commandGate.commandWakeup(this.inFlight);
    }
    if ((yield* this.resetting.get()) && (yield* this.usb.resetDone())) {
      yield* this.resetting.set(false);
      yield* this.commandGate.enable();
    }
    const block = yield* this.later.get();
    if (block !== 0 && (yield* this.commandGate.isEnabled())) {
      yield* this.later.set(0);
      yield* this.commandGate.runAction(this.writeGated, block);
    }
  }
}
