import { cell, type Op } from 'workloop';

export class Counter {
  get count(): ReturnType<typeof cell<number>> {
    while (true) {}
  }

  *next(): Op<number> {
    return yield* this.count.get();
  }

  *drain(): Op<number> {
    return yield* this.count.get();
  }
}
