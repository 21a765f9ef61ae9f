import { unsynchronized, type Op } from 'workloop';

export class Counter {
  readonly count = unsynchronized(0);

  *bump(): Op {
    const before = yield* this.count.get();
    yield* this.count.set(before + 1);
  }
}
