// caught by: two-threads as property
import { IOLockAlloc, IOLockLock, IOLockUnlock, cell, type Op } from 'workloop';

export class Counter {
  private readonly lock = IOLockAlloc();
  readonly count = cell(0);

  *next(): Op<number> {
    yield* IOLockLock(this.lock);
    const before = yield* this.count.get();
    yield* IOLockUnlock(this.lock);
    yield* IOLockLock(this.lock);
    yield* this.count.set(before + 1);
    yield* IOLockUnlock(this.lock);
    return before + 1;
  }

  *drain(): Op<number> {
    yield* IOLockLock(this.lock);
    const taken = yield* this.count.get();
    yield* this.count.set(0);
    yield* IOLockUnlock(this.lock);
    return taken;
  }
}
