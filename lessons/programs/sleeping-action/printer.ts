import { IOCommandGate, IOService, IOWorkLoop, THREAD_UNINT, cell, type Op } from 'workloop';

export class Printer extends IOService {
  private workLoop!: IOWorkLoop;
  private commandGate!: IOCommandGate;
  readonly paper = cell(false);
  readonly inside = cell(0);

  override *start(): Op<boolean> {
    this.workLoop = yield* IOWorkLoop.workLoop();
    this.commandGate = IOCommandGate.commandGate(this);
    yield* this.workLoop.addEventSource(this.commandGate);
    return true;
  }

  *print(): Op {
    yield* this.commandGate.runAction(this.printGated);
  }

  *load(): Op {
    yield* this.commandGate.runAction(this.loadGated);
  }

  private *printGated(): Op {
    yield* this.inside.set((yield* this.inside.get()) + 1);
    while (!(yield* this.paper.get())) {
      yield* this.commandGate.commandSleep(this.paper, THREAD_UNINT);
    }
    yield* this.inside.set((yield* this.inside.get()) - 1);
  }

  private *loadGated(): Op {
    yield* this.inside.set((yield* this.inside.get()) + 1);
    yield* this.paper.set(true);
    yield* this.commandGate.commandWakeup(this.paper);
    yield* this.inside.set((yield* this.inside.get()) - 1);
  }
}
