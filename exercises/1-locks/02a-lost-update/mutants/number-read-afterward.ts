// caught by: two-threads as property
import { OSCompareAndSwap, OSIncrementAtomic, atomic, type Op } from 'workloop';

export class Counter {
  readonly count = atomic(0);

  *next(): Op<number> {
    yield* OSIncrementAtomic(this.count);
    return yield* this.count.get();
  }

  *drain(): Op<number> {
    while (true) {
      const taken = yield* this.count.get();
      if (yield* OSCompareAndSwap(taken, 0, this.count)) return taken;
    }
  }
}
