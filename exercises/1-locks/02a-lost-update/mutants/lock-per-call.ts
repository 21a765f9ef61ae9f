// caught by: two-threads as data-race
import { IOLockAlloc, IOLockLock, IOLockUnlock, cell, type Op } from 'workloop';

export class Counter {
  readonly count = cell(0);

  *next(): Op<number> {
    const lock = IOLockAlloc();
    yield* IOLockLock(lock);
    const number = (yield* this.count.get()) + 1;
    yield* this.count.set(number);
    yield* IOLockUnlock(lock);
    return number;
  }

  *drain(): Op<number> {
    const lock = IOLockAlloc();
    yield* IOLockLock(lock);
    const taken = yield* this.count.get();
    yield* this.count.set(0);
    yield* IOLockUnlock(lock);
    return taken;
  }
}
