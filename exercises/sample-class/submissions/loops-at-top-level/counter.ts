import { cell, type Op } from 'workloop';

export class Counter {
  readonly count = cell(0);

  *next(): Op<number> {
    return yield* this.count.get();
  }

  *drain(): Op<number> {
    return yield* this.count.get();
  }
}

while (true) {}
