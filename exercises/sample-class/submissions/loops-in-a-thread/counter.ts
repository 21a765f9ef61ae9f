import { cell, type Op } from 'workloop';

export class Counter {
  readonly count = cell(0);

  *next(): Op<number> {
    while ((yield* this.count.get()) === 0) {
      while (true) {}
    }
    return 1;
  }

  *drain(): Op<number> {
    return yield* this.count.get();
  }
}
