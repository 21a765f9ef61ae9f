import { OSIncrementAtomic, atomic, type Op } from 'workloop';

export class Counter {
  readonly count = atomic(0);

  *next(): Op<number> {
    return (yield* OSIncrementAtomic(this.count)) + 1;
  }

  *drain(): Op<number> {
    const taken = yield* this.count.get();
    yield* this.count.set(0);
    return taken;
  }
}
