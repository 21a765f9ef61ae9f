import {
  IOCommandGate,
  IOInterruptEventSource,
  IOService,
  IOTimerEventSource,
  IOWorkLoop,
  THREAD_UNINT,
  cell,
  kIOReturnAborted,
  kIOReturnNoDevice,
  kIOReturnSuccess,
  kIOReturnTimeout,
  type IOReturn,
  type Op,
  type UsbDevice,
} from 'workloop';

/** Copies blocks, one after the other; a copy may be canceled, time out, or lose its disk. All of it in one gate. */
export class Disk extends IOService {
  private workLoop!: IOWorkLoop;
  private commandGate!: IOCommandGate;
  private irq!: IOInterruptEventSource;
  private timer!: IOTimerEventSource;
  private usb!: UsbDevice;
  /** Whether a block is being copied, and once it is not any more, how that ended. */
  private readonly copying = cell(false);
  private readonly result = cell<IOReturn>(kIOReturnSuccess);
  private readonly canceled = cell(false);
  private readonly unplugged = cell(false);

  override *start(usb: UsbDevice): Op<boolean> {
    yield* super.start(usb);
    this.usb = usb;
    this.workLoop = yield* IOWorkLoop.workLoop();
    this.commandGate = IOCommandGate.commandGate(this);
    this.irq = IOInterruptEventSource.interruptEventSource(this, this.interruptOccurred, usb, 0);
    this.timer = IOTimerEventSource.timerEventSource(this, this.timedOut);
    yield* this.workLoop.addEventSource(this.commandGate);
    yield* this.workLoop.addEventSource(this.irq);
    yield* this.workLoop.addEventSource(this.timer);
    yield* this.irq.enable();
    return true;
  }

  override *getWorkLoop(): Op<IOWorkLoop | null> {
    return this.workLoop;
  }

  override *willTerminate(): Op<boolean> {
    yield* this.commandGate.runAction(this.unplugGated);
    return true;
  }

  *copy(first: number, count: number): Op<IOReturn> {
    return yield* this.commandGate.runAction(this.copyGated, first, count);
  }

  *cancel(): Op<IOReturn> {
    return yield* this.commandGate.runAction(this.cancelGated);
  }

  private *copyGated(first: number, count: number): Op<IOReturn> {
    for (let block = first; block < first + count; block++) {
      if (yield* this.unplugged.get()) return kIOReturnNoDevice;
      if (yield* this.canceled.get()) return kIOReturnAborted;
      yield* this.copying.set(true);
      yield* this.timer.setTimeoutMS(500);
      yield* this.usb.submit(block);
      while (yield* this.copying.get()) {
        yield* this.commandGate.commandSleep(this.copying, THREAD_UNINT);
      }
      yield* this.timer.cancelTimeout();
      const result = yield* this.result.get();
      if (result !== kIOReturnSuccess) return result;
    }
    return kIOReturnSuccess;
  }

  private *cancelGated(): Op<IOReturn> {
    yield* this.canceled.set(true);
    yield* this.end(kIOReturnAborted);
    return kIOReturnSuccess;
  }

  private *unplugGated(): Op<IOReturn> {
    yield* this.unplugged.set(true);
    yield* this.end(kIOReturnNoDevice);
    return kIOReturnSuccess;
  }

  private *interruptOccurred(): Op {
    while ((yield* this.usb.nextCompleted()) !== 0) yield* this.end(kIOReturnSuccess);
  }

  private *timedOut(): Op {
    yield* this.end(kIOReturnTimeout);
  }

  /** The first to say how a block ended; what completes later is nobody's. */
  private *end(result: IOReturn): Op {
    if (!(yield* this.copying.get())) return;
    yield* this.copying.set(false);
    yield* this.result.set(result);
    yield* this.commandGate.commandWakeup(this.copying);
  }
}
