import { IOCommandGate, IOService, IOWorkLoop, cell, type Op } from 'workloop';

export class Volume extends IOService {
  private workLoop!: IOWorkLoop;
  private commandGate!: IOCommandGate;
  readonly left = cell(0);
  readonly right = cell(0);

  override *start(): Op<boolean> {
    this.workLoop = yield* IOWorkLoop.workLoop();
    this.commandGate = IOCommandGate.commandGate(this);
    yield* this.workLoop.addEventSource(this.commandGate);
    return true;
  }

  *setBoth(level: number): Op {
    yield* this.workLoop.runAction(this.setBothGated, this, level);
  }

  *setRight(level: number): Op {
    yield* this.commandGate.runAction(this.setRightGated, level);
  }

  *balanced(): Op<boolean> {
    return yield* this.workLoop.runAction(this.balancedGated, this);
  }

  *pause(): Op {
    yield* this.workLoop.runAction(this.pauseGated, this);
  }

  *resume(): Op {
    yield* this.workLoop.runAction(this.resumeGated, this);
  }

  private *setBothGated(level: number): Op {
    yield* this.left.set(level);
    yield* this.setRight(level);
  }

  private *setRightGated(level: number): Op {
    yield* this.right.set(level);
  }

  private *balancedGated(): Op<boolean> {
    return (yield* this.left.get()) === (yield* this.right.get());
  }

  private *pauseGated(): Op {
    yield* this.commandGate.disable();
  }

  private *resumeGated(): Op {
    yield* this.commandGate.enable();
  }
}
