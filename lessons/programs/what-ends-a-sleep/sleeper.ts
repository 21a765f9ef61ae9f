import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleep,
  IOLockUnlock,
  IOLockWakeup,
  OSObject,
  THREAD_ABORTSAFE,
  THREAD_INTERRUPTIBLE,
  current_thread,
  thread_abort_safely,
  thread_terminate,
  unsynchronized,
  type Interruptible,
  type Op,
  type WaitResult,
  type thread_t,
} from 'workloop';

export class Sleeper extends OSObject {
  private readonly lock = IOLockAlloc();
  private readonly thread = unsynchronized<thread_t>({});

  // #region sleep
  *sleep(interruptible: Interruptible): Op<WaitResult> {
    yield* this.thread.set(yield* current_thread());
    yield* IOLockLock(this.lock);
    const why = yield* IOLockSleep(this.lock, this, interruptible);
    yield* IOLockUnlock(this.lock);
    return why;
  }

  *sleepThreeTimes(): Op<string> {
    const first = yield* this.sleep(THREAD_ABORTSAFE);
    const second = yield* this.sleep(THREAD_INTERRUPTIBLE);
    const third = yield* this.sleep(THREAD_INTERRUPTIBLE);
    return `${first} ${second} ${third}`;
  }
  // #endregion

  *signal(): Op {
    yield* thread_abort_safely(yield* this.thread.get());
  }

  *wake(): Op {
    yield* IOLockWakeup(this.lock, this, false);
  }

  *terminate(): Op {
    yield* thread_terminate(yield* this.thread.get());
  }
}
