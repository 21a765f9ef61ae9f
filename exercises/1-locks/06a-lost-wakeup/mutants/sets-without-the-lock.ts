// caught by: one-waits as lost-wakeup
import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleep,
  IOLockUnlock,
  IOLockWakeup,
  THREAD_UNINT,
  unsynchronized,
  type Op,
} from 'workloop';

export class Transfer {
  private readonly lock = IOLockAlloc();
  private readonly done = unsynchronized(false);
  private readonly result = unsynchronized(0);

  *wait(): Op<number> {
    yield* IOLockLock(this.lock);
    while (!(yield* this.done.get())) {
      yield* IOLockSleep(this.lock, this.done, THREAD_UNINT);
    }
    const result = yield* this.result.get();
    yield* IOLockUnlock(this.lock);
    return result;
  }

  *finish(result: number): Op {
    yield* this.result.set(result);
    yield* this.done.set(true);
    yield* IOLockWakeup(this.lock, this.done, false);
  }
}
