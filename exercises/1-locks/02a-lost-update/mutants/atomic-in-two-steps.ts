// caught by: two-threads as property
import { atomic, type Op } from 'workloop';

export class Counter {
  readonly count = atomic(0);

  *next(): Op<number> {
    const before = yield* this.count.get();
    yield* this.count.set(before + 1);
    return before + 1;
  }

  *drain(): Op<number> {
    const taken = yield* this.count.get();
    yield* this.count.set(0);
    return taken;
  }
}
