import {
  IOCommandGate,
  IOInterruptEventSource,
  IOService,
  IOWorkLoop,
  cell,
  type IOReturn,
  type Op,
  type UsbDevice,
} from 'workloop';

export class Disk extends IOService {
  private workLoop!: IOWorkLoop;
  private commandGate!: IOCommandGate;
  private irq!: IOInterruptEventSource;
  private usb!: UsbDevice;
  readonly inFlight = cell(0);

  override *start(usb: UsbDevice): Op<boolean> {
    this.usb = usb;
    this.workLoop = yield* IOWorkLoop.workLoop();
    this.commandGate = IOCommandGate.commandGate(this);
    this.irq = IOInterruptEventSource.interruptEventSource(this, this.completed, usb, 0);
    yield* this.workLoop.addEventSource(this.commandGate);
    yield* this.workLoop.addEventSource(this.irq);
    yield* this.irq.enable();
    return true;
  }

  *write(block: number): Op<boolean> {
    return yield* this.workLoop.runAction(this.writeGated, this, block);
  }

  *writeThroughGate(block: number): Op<boolean | IOReturn> {
    return yield* this.commandGate.runAction(this.writeGated, block);
  }
  // en: Am I the work loop's own thread?
  // zh: 我是不是工作环自己的线程？
  private *writeGated(block: number): Op<boolean> {
    yield* this.inFlight.set((yield* this.inFlight.get()) + 1);
    yield* this.usb.submit(block);
    return yield* this.workLoop.onThread();
  }

  private *completed(): Op {
    while ((yield* this.usb.nextCompleted()) !== 0) {
      yield* this.inFlight.set((yield* this.inFlight.get()) - 1);
    }
  }
}
