// caught by: idle as waits-forever
import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleep,
  IOLockUnlock,
  IOLockWakeup,
  THREAD_UNINT,
  cell,
  type Cell,
  type Op,
} from 'workloop';

export class Channels {
  private readonly lock = IOLockAlloc();
  private readonly count: number;
  readonly free: Cell<number>;
  private readonly idle = cell(false);

  constructor(count: number) {
    this.count = count;
    this.free = cell(count);
  }

  *acquire(): Op {
    yield* IOLockLock(this.lock);
    while ((yield* this.free.get()) === 0) {
      yield* IOLockSleep(this.lock, this.free, THREAD_UNINT);
    }
    yield* this.free.set((yield* this.free.get()) - 1);
    yield* IOLockUnlock(this.lock);
  }

  *release(): Op {
    yield* IOLockLock(this.lock);
    yield* this.free.set((yield* this.free.get()) + 1);
    yield* IOLockWakeup(this.lock, this.free, false);
    yield* IOLockUnlock(this.lock);
  }

  *waitUntilIdle(): Op<number> {
    yield* IOLockLock(this.lock);
    while ((yield* this.free.get()) < this.count) {
      yield* IOLockSleep(this.lock, this.idle, THREAD_UNINT);
    }
    const free = yield* this.free.get();
    yield* IOLockUnlock(this.lock);
    return free;
  }
}
