import { IOEventSource, OSDecrementAtomic, unsynchronized, type Op } from 'workloop';

/**
 * The oracle's `test` source, a plain subclass: `checkForWork` takes one item and runs the action, whose answer says whether there is
 * more. It does not look at `enabled`. An item is taken in one step, as the oracle's own does, and added in two.
 */
export class TestSource extends IOEventSource {
  private readonly items = unsynchronized(0);

  override *checkForWork(): Op<boolean> {
    if ((yield* this.items.get()) === 0) return false;
    yield* OSDecrementAtomic(this.items);
    const action = yield* this.getAction();
    return action !== null && (yield* action.call(this.owner)) === true;
  }

  /** One item more, and nobody is told. */
  *pend(): Op {
    yield* this.items.set((yield* this.items.get()) + 1);
  }

  /** One item more, and the work loop is told. */
  *signalWork(): Op {
    yield* this.pend();
    yield* this.signalWorkAvailable();
  }
}
