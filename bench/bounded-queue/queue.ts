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

/** A queue with room for so many items, all alike. Who finds it full sleeps on `taken`, who finds it empty on `count`. */
export class BoundedQueue {
  private readonly lock = IOLockAlloc();
  private readonly room: number;
  private readonly count = cell(0);
  private readonly taken = cell(0);

  constructor(room: number) {
    this.room = room;
  }

  *put(): Op {
    yield* IOLockLock(this.lock);
    while ((yield* this.count.get()) === this.room) yield* IOLockSleep(this.lock, this.taken, THREAD_UNINT);
    yield* this.count.set((yield* this.count.get()) + 1);
    yield* IOLockWakeup(this.lock, this.count, true);
    yield* IOLockUnlock(this.lock);
  }

  *take(): Op {
    yield* IOLockLock(this.lock);
    while ((yield* this.count.get()) === 0) yield* IOLockSleep(this.lock, this.count, THREAD_UNINT);
    yield* this.count.set((yield* this.count.get()) - 1);
    yield* IOLockWakeup(this.lock, this.taken, true);
    yield* IOLockUnlock(this.lock);
  }
}
