import { ask, create, type Op } from '../effects/index.ts';
import type { AbsoluteTime } from './clock.ts';
import type { Event } from './event.ts';
import { panic } from './panic.ts';
import { THREAD_AWAKENED, type Interruptible, type WaitResult } from './waitResult.ts';
import { thread_wakeup_prim } from './wakeup.ts';

/** A mutex that its owner may take again; it is free when every level is given back. Made by `IORecursiveLockAlloc`. */
export class IORecursiveLock {
  constructor() {
    create(this, { type: 'create', kind: 'mutex', recursive: true });
  }
}

/**
 * Makes a recursive mutex that nobody has.
 *
 * @returns the mutex; in XNU NULL if there is no memory, which never happens here
 * @see IORecursiveLockAlloc in XNU
 * @example
 * const lock = IORecursiveLockAlloc();
 * yield* IORecursiveLockTryLock(lock); // true
 * yield* IORecursiveLockTryLock(lock); // true
 */
export const IORecursiveLockAlloc = (): IORecursiveLock => new IORecursiveLock();

/**
 * Destroys a recursive mutex.
 *
 * @param lock a mutex that nobody will use again
 *
 * Panics if it is held, or a thread waits for it.
 * @see IORecursiveLockFree in XNU
 * @example
 * const lock = IORecursiveLockAlloc();
 * yield* IORecursiveLockLock(lock);
 * yield* IORecursiveLockFree(lock); // panics: "Invalid/destroyed mutex"
 */
export const IORecursiveLockFree = (lock: IORecursiveLock): Op => ask({ type: 'destroyMutex', mutex: lock });

/**
 * Takes a recursive mutex, waiting for it unless the thread owns it: then one more level, also inside a spin lock.
 *
 * @param lock the mutex
 *
 * Panics at interrupt level, and inside a spin lock if the thread does not own it.
 * @see IORecursiveLockLock in XNU
 * @example
 * const lock = IORecursiveLockAlloc();
 * yield* IORecursiveLockLock(lock);
 * yield* IORecursiveLockLock(lock);
 * yield* IORecursiveLockUnlock(lock);
 * yield* IORecursiveLockHaveLock(lock); // true
 */
export const IORecursiveLockLock = (lock: IORecursiveLock): Op => ask({ type: 'lock', mutex: lock });

/**
 * Takes a recursive mutex if no other thread has it: one more level if this one has. Never waits.
 *
 * @param lock the mutex
 * @returns whether it was taken
 * @see IORecursiveLockTryLock in XNU
 * @example
 * const lock = IORecursiveLockAlloc();
 * yield* IORecursiveLockLock(lock);
 * yield* IORecursiveLockTryLock(lock); // true
 */
export const IORecursiveLockTryLock = (lock: IORecursiveLock): Op<boolean> =>
  ask({ type: 'tryLock', mutex: lock });

/**
 * Gives one level back.
 *
 * @param lock the mutex
 *
 * Panics in a development build if the thread does not own it. A release build counts down all the same, nobody's count or another's, and
 * panics only if that was the other's last level.
 * @see IORecursiveLockUnlock in XNU
 * @example
 * const lock = IORecursiveLockAlloc();
 * yield* IORecursiveLockLock(lock);
 * yield* IORecursiveLockUnlock(lock);
 * yield* IORecursiveLockHaveLock(lock); // false
 */
export const IORecursiveLockUnlock = (lock: IORecursiveLock): Op => ask({ type: 'unlock', mutex: lock });

/**
 * Whether the thread owns the mutex.
 *
 * @param lock the mutex
 * @see IORecursiveLockHaveLock in XNU
 * @example
 * const lock = IORecursiveLockAlloc();
 * yield* IORecursiveLockHaveLock(lock); // false
 * yield* IORecursiveLockLock(lock);
 * yield* IORecursiveLockHaveLock(lock); // true
 */
export const IORecursiveLockHaveLock = (lock: IORecursiveLock): Op<boolean> =>
  ask({ type: 'holds', mutex: lock });

/**
 * Sleeps until the event is woken. All levels are given back while the thread sleeps, also those of callers who do not know, and held again
 * on return, whatever the result.
 *
 * @param lock a mutex that the thread owns
 * @param event what to sleep on: a cell, or an object
 * @param interruptible what else may end the sleep: THREAD_UNINT, THREAD_INTERRUPTIBLE or THREAD_ABORTSAFE
 * @returns THREAD_AWAKENED or THREAD_INTERRUPTED: not an IOReturn
 *
 * Panics if the thread does not own the mutex, or the event is NULL.
 * @see IORecursiveLockSleep in XNU
 * @example
 * const lock = IORecursiveLockAlloc();
 * const ready = cell(false);
 * // Thread A:
 * yield* IORecursiveLockLock(lock);
 * yield* IORecursiveLockLock(lock);
 * yield* IORecursiveLockSleep(lock, ready, THREAD_UNINT); // THREAD_AWAKENED
 * yield* IORecursiveLockHaveLock(lock); // true
 * // Thread B, when A is asleep:
 * yield* IORecursiveLockTryLock(lock); // true
 * yield* IORecursiveLockWakeup(lock, ready, true);
 * yield* IORecursiveLockUnlock(lock);
 */
export const IORecursiveLockSleep = (
  lock: IORecursiveLock,
  event: Event,
  interruptible: Interruptible,
): Op<WaitResult> => ask({ type: 'sleep', mutex: lock, event, interruptible, deadline: 0 });

/**
 * Sleeps as `IORecursiveLockSleep` does, but not past a deadline.
 *
 * @param lock a mutex that the thread owns
 * @param event what to sleep on: a cell, or an object
 * @param deadline absolute, in ticks (ns) since boot: see `clock_interval_to_deadline`; one in the past times out at once, 0 is for ever
 * @param interruptible what else may end the sleep: THREAD_UNINT, THREAD_INTERRUPTIBLE or THREAD_ABORTSAFE
 * @returns THREAD_AWAKENED, THREAD_TIMED_OUT or THREAD_INTERRUPTED: not an IOReturn
 *
 * Panics if the thread does not own the mutex, or the event is NULL.
 * @see IORecursiveLockSleepDeadline in XNU
 * @example
 * const lock = IORecursiveLockAlloc();
 * const done = cell(false);
 * yield* IORecursiveLockLock(lock);
 * const until = yield* clock_interval_to_deadline(500, kMillisecondScale);
 * yield* IORecursiveLockSleepDeadline(lock, done, until, THREAD_ABORTSAFE); // THREAD_TIMED_OUT
 */
export const IORecursiveLockSleepDeadline = (
  lock: IORecursiveLock,
  event: Event,
  deadline: AbsoluteTime,
  interruptible: Interruptible,
): Op<WaitResult> =>
  event === null
    ? panic('assert_wait_deadline() called with NO_EVENT')
    : ask({ type: 'sleep', mutex: lock, event, interruptible, deadline });

/**
 * Wakes who sleeps on the event. A wakeup that finds nobody is forgotten.
 *
 * @param _lock not used, as in XNU: that the caller holds it is his own discipline
 * @param event what they sleep on
 * @param oneThread wake one thread only
 *
 * Panics if the event is NULL.
 * @see IORecursiveLockWakeup in XNU
 * @example
 * const lock = IORecursiveLockAlloc();
 * yield* IORecursiveLockWakeup(lock, null, true); // panics: "thread_wakeup_prim() called with NO_EVENT"
 */
export const IORecursiveLockWakeup = (_lock: IORecursiveLock, event: Event, oneThread: boolean): Op =>
  thread_wakeup_prim(event, oneThread, THREAD_AWAKENED);
