// caught by: one-waits as waits-forever
import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleep,
  IOLockUnlock,
  IOLockWakeup,
  THREAD_UNINT,
  cell,
  type Op,
} from 'workloop';

export class Transfer {
  private readonly lock = IOLockAlloc();
  private readonly done = cell(false);
  private readonly result = cell(0);

  *wait(): Op<number> {
    yield* IOLockLock(this.lock);
    while (!(yield* this.done.get())) {
      yield* IOLockSleep(this.lock, this.result, THREAD_UNINT);
    }
    const result = yield* this.result.get();
    yield* IOLockUnlock(this.lock);
    return result;
  }

  *finish(result: number): Op {
    yield* IOLockLock(this.lock);
    yield* this.result.set(result);
    yield* this.done.set(true);
    yield* IOLockWakeup(this.lock, this.done, false);
    yield* IOLockUnlock(this.lock);
  }
}
