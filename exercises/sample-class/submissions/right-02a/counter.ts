import { OSCompareAndSwap, OSIncrementAtomic, atomic, type Op } from 'workloop';

export class Counter {
  readonly count = atomic(0);

  *next(): Op<number> {
    return (yield* OSIncrementAtomic(this.count)) + 1;
  }

  *drain(): Op<number> {
    for (;;) {
      const taken = yield* this.count.get();
      if (yield* OSCompareAndSwap(taken, 0, this.count)) return taken;
    }
  }
}
