import { IOCommandGate, IOService, IOWorkLoop, kIOReturnSuccess, type IOReturn, type Op } from 'workloop';

export class Valve extends IOService {
  private workLoop!: IOWorkLoop;
  private commandGate!: IOCommandGate;

  override *start(): Op<boolean> {
    this.workLoop = yield* IOWorkLoop.workLoop();
    this.commandGate = IOCommandGate.commandGate(this);
    yield* this.workLoop.addEventSource(this.commandGate);
    yield* this.workLoop.runAction(this.pauseGated, this);
    return true;
  }

  *open(): Op<IOReturn> {
    return yield* this.commandGate.runAction(this.openGated);
  }

  *remove(): Op<IOReturn> {
    return yield* this.workLoop.removeEventSource(this.commandGate);
  }

  private *openGated(): Op<IOReturn> {
    return kIOReturnSuccess;
  }

  private *pauseGated(): Op {
    yield* this.commandGate.disable();
  }
}
