import { ask, create, type Op } from '../effects/index.ts';
import type { AbsoluteTime } from './clock.ts';
import type { Event } from './event.ts';
import { THREAD_AWAKENED, type Interruptible, type WaitResult } from './waitResult.ts';
import { thread_wakeup_prim } from './wakeup.ts';

/** A mutex that its owner may take again; it is free when every level is given back. Made by `IORecursiveLockAlloc`. */
export class IORecursiveLock {
  constructor() {
    create(this, { type: 'create', kind: 'mutex', recursive: true });
  }
}

/**
 * Makes a recursive mutex.
 *
 * @see IORecursiveLockAlloc in XNU
 */
export const IORecursiveLockAlloc = (): IORecursiveLock => new IORecursiveLock();

/**
 * Destroys a recursive mutex.
 *
 * Panics if it is held, or a thread waits for it.
 * @see IORecursiveLockFree in XNU
 */
export const IORecursiveLockFree = (lock: IORecursiveLock): Op => ask({ type: 'destroyMutex', mutex: lock });

/**
 * Takes a recursive mutex, waiting for it unless the thread owns it: then one more level.
 *
 * Panics at interrupt level.
 * @see IORecursiveLockLock in XNU
 */
export const IORecursiveLockLock = (lock: IORecursiveLock): Op => ask({ type: 'lock', mutex: lock });

/**
 * Takes a recursive mutex if nobody else has it.
 *
 * @returns whether it was taken
 * @see IORecursiveLockTryLock in XNU
 */
export const IORecursiveLockTryLock = (lock: IORecursiveLock): Op<boolean> =>
  ask({ type: 'tryLock', mutex: lock });

/**
 * Gives one level back.
 *
 * Panics if the thread does not own it.
 * @see IORecursiveLockUnlock in XNU
 */
export const IORecursiveLockUnlock = (lock: IORecursiveLock): Op => ask({ type: 'unlock', mutex: lock });

/**
 * Whether the thread owns the mutex.
 *
 * @see IORecursiveLockHaveLock in XNU
 */
export const IORecursiveLockHaveLock = (lock: IORecursiveLock): Op<boolean> =>
  ask({ type: 'holds', mutex: lock });

/**
 * Sleeps until the event is woken. All levels are given back while it sleeps, also those of callers who do not know, and held again on
 * return, whatever the result.
 *
 * @param event what to sleep on
 * @param interruptible what else may end the sleep
 * @returns THREAD_AWAKENED or THREAD_INTERRUPTED
 *
 * Panics if the thread does not own the mutex, or the event is NULL.
 * @see IORecursiveLockSleep in XNU
 */
export const IORecursiveLockSleep = (
  lock: IORecursiveLock,
  event: Event,
  interruptible: Interruptible,
): Op<WaitResult> => ask({ type: 'sleep', mutex: lock, event, interruptible, deadline: 0 });

/**
 * Sleeps as `IORecursiveLockSleep` does, but not past a deadline.
 *
 * @param deadline absolute, in ticks since boot; one in the past times out at once, 0 is for ever
 * @returns THREAD_AWAKENED, THREAD_TIMED_OUT or THREAD_INTERRUPTED
 * @see IORecursiveLockSleepDeadline in XNU
 */
export const IORecursiveLockSleepDeadline = (
  lock: IORecursiveLock,
  event: Event,
  deadline: AbsoluteTime,
  interruptible: Interruptible,
): Op<WaitResult> => ask({ type: 'sleep', mutex: lock, event, interruptible, deadline });

/**
 * Wakes who sleeps on the event. A wakeup that finds nobody is forgotten.
 *
 * @param _lock not used, as in XNU
 * @param oneThread wake one thread only
 *
 * Panics if the event is NULL.
 * @see IORecursiveLockWakeup in XNU
 */
export const IORecursiveLockWakeup = (_lock: IORecursiveLock, event: Event, oneThread: boolean): Op =>
  thread_wakeup_prim(event, oneThread, THREAD_AWAKENED);
