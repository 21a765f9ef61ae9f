import { cell, type Op } from 'workloop';

export class Counter {
  readonly count = cell(0);
  // en: Hands out the next number: 1, 2, 3, …
  // zh: 发下一个号：1、2、3……
  *next(): Op<number> {
    const before = yield* this.count.get();
    yield* this.count.set(before + 1);
    return before + 1;
  }
  // en: Takes out what has been counted so far; the count starts again from 0.
  // zh: 取走到目前为止的计数，然后从 0 重新数起。
  *drain(): Op<number> {
    const taken = yield* this.count.get();
    yield* this.count.set(0);
    return taken;
  }
}
