import { IOLockAlloc, IOLockLock, IOLockUnlock, cell, type Op } from 'workloop';

export class Counter {
  private readonly lock = IOLockAlloc();
  readonly count = cell(0);

  *next(): Op<number> {
    yield* IOLockLock(this.lock);
    const number = (yield* this.count.get()) + 1;
    yield* this.count.set(number);
    yield* IOLockUnlock(this.lock);
    return number;
  }

  *drain(): Op<number> {
    yield* IOLockLock(this.lock);
    const taken = yield* this.count.get();
    yield* this.count.set(0);
    yield* IOLockUnlock(this.lock);
    return taken;
  }
}
