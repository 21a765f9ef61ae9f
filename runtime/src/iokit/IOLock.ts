import { ask, create, type Op } from '../effects/index.ts';
import type { AbsoluteTime } from './clock.ts';
import type { Event } from './event.ts';
import { THREAD_AWAKENED, type Interruptible, type WaitResult } from './waitResult.ts';
import { thread_wakeup_prim } from './wakeup.ts';

/** A mutex: one owner, which must not take it again. Made by `IOLockAlloc`. */
export class IOLock {
  constructor() {
    create(this, { type: 'create', kind: 'mutex', recursive: false });
  }
}

/**
 * Makes a mutex.
 *
 * @see IOLockAlloc in XNU
 */
export const IOLockAlloc = (): IOLock => new IOLock();

/**
 * Destroys a mutex.
 *
 * Panics if it is held, or a thread waits for it.
 * @see IOLockFree in XNU
 */
export const IOLockFree = (lock: IOLock): Op => ask({ type: 'destroyMutex', mutex: lock });

/**
 * Takes a mutex, waiting for it.
 *
 * Panics if the thread owns it already (the header says it deadlocks), or at interrupt level.
 * @see IOLockLock in XNU
 */
export const IOLockLock = (lock: IOLock): Op => ask({ type: 'lock', mutex: lock });

/**
 * Takes a mutex if nobody has it.
 *
 * @returns whether it was taken
 * @see IOLockTryLock in XNU
 */
export const IOLockTryLock = (lock: IOLock): Op<boolean> => ask({ type: 'tryLock', mutex: lock });

/**
 * Gives a mutex back.
 *
 * Panics if the thread does not own it.
 * @see IOLockUnlock in XNU
 */
export const IOLockUnlock = (lock: IOLock): Op => ask({ type: 'unlock', mutex: lock });

/**
 * Sleeps until the event is woken. The mutex is given back while it sleeps and held again on return, whatever the result. A thread that
 * is aborted already does not sleep, and keeps the mutex.
 *
 * @param event what to sleep on
 * @param interruptible what else may end the sleep
 * @returns THREAD_AWAKENED or THREAD_INTERRUPTED
 *
 * Panics if the thread does not own the mutex, or the event is NULL.
 * @see IOLockSleep in XNU
 * @example while (!(yield* this.ready.get())) yield* IOLockSleep(this.lock, this.ready, THREAD_UNINT);
 */
export const IOLockSleep = (lock: IOLock, event: Event, interruptible: Interruptible): Op<WaitResult> =>
  ask({ type: 'sleep', mutex: lock, event, interruptible, deadline: 0 });

/**
 * Sleeps as `IOLockSleep` does, but not past a deadline.
 *
 * @param deadline absolute, in ticks since boot; one in the past times out at once, 0 is for ever
 * @returns THREAD_AWAKENED, THREAD_TIMED_OUT or THREAD_INTERRUPTED
 * @see IOLockSleepDeadline in XNU
 */
export const IOLockSleepDeadline = (
  lock: IOLock,
  event: Event,
  deadline: AbsoluteTime,
  interruptible: Interruptible,
): Op<WaitResult> => ask({ type: 'sleep', mutex: lock, event, interruptible, deadline });

/**
 * Wakes who sleeps on the event. A wakeup that finds nobody is forgotten.
 *
 * @param _lock not used, as in XNU: that the caller holds it is his own discipline
 * @param oneThread wake one thread only
 *
 * Panics if the event is NULL.
 * @see IOLockWakeup in XNU
 */
export const IOLockWakeup = (_lock: IOLock, event: Event, oneThread: boolean): Op =>
  thread_wakeup_prim(event, oneThread, THREAD_AWAKENED);
