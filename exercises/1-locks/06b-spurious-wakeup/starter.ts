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

  constructor(count: number) {
    this.count = count;
    this.free = cell(count);
  }
  // en: Takes one channel, waiting for it if none is free.
  // zh: 取走一个通道；都不空闲就等。
  *acquire(): Op {
    yield* IOLockLock(this.lock);
    if ((yield* this.free.get()) === 0) {
      yield* IOLockSleep(this.lock, this.free, THREAD_UNINT);
    }
    yield* this.free.set((yield* this.free.get()) - 1);
    yield* IOLockUnlock(this.lock);
  }
  // en: Gives one back.
  // zh: 还回一个。
  *release(): Op {
    yield* IOLockLock(this.lock);
    yield* this.free.set((yield* this.free.get()) + 1);
    yield* IOLockWakeup(this.lock, this.free, true);
    yield* IOLockUnlock(this.lock);
  }
  // en: Waits until all channels are free, and says how many that was.
  // zh: 等到所有通道都空闲，返回当时空闲的个数。
  *waitUntilIdle(): Op<number> {
    yield* IOLockLock(this.lock);
    if ((yield* this.free.get()) < this.count) {
      yield* IOLockSleep(this.lock, this.free, THREAD_UNINT);
    }
    const free = yield* this.free.get();
    yield* IOLockUnlock(this.lock);
    return free;
  }
}
