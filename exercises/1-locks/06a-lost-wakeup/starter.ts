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
  // en: Waits until the transfer is finished, and returns its result.
  // zh: 等传输完成，返回它的结果。
  *wait(): Op<number> {
    if (!(yield* this.isDone())) {
      yield* IOLockLock(this.lock);
      yield* IOLockSleep(this.lock, this.done, THREAD_UNINT);
      yield* IOLockUnlock(this.lock);
    }
    return yield* this.result.get();
  }
  // en: Finishes it, once. Never waits for those who wait.
  // zh: 完成传输，只调用一次。从不反过来等那些等它的人。
  *finish(result: number): Op {
    yield* IOLockLock(this.lock);
    yield* this.result.set(result);
    yield* this.done.set(true);
    yield* IOLockUnlock(this.lock);
    yield* IOLockWakeup(this.lock, this.done, true);
  }

  private *isDone(): Op<boolean> {
    yield* IOLockLock(this.lock);
    const done = yield* this.done.get();
    yield* IOLockUnlock(this.lock);
    return done;
  }
}
