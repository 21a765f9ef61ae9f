import { ask, create, type Op } from '../effects/index.ts';
import type { AbsoluteTime } from './clock.ts';
import type { Event } from './event.ts';
import { panic } from './panic.ts';
import { THREAD_AWAKENED, type Interruptible, type WaitResult } from './waitResult.ts';
import { thread_wakeup_prim } from './wakeup.ts';

/** A mutex: one owner, which must not take it again. Made by `IOLockAlloc`. */
export class IOLock {
  constructor() {
    create(this, { type: 'create', kind: 'mutex', recursive: false });
  }
}

/**
 * Makes a mutex that nobody has.
 *
 * @returns the mutex; in XNU NULL if there is no memory, which never happens here
 * @see IOLockAlloc in XNU
 * @example
 * const lock = IOLockAlloc();
 * yield* IOLockTryLock(lock); // true
 */
export const IOLockAlloc = (): IOLock => new IOLock();

/**
 * Destroys a mutex.
 *
 * @param lock a mutex that nobody will use again
 *
 * Panics if it is held, or a thread waits for it.
 * @see IOLockFree in XNU
 * @example
 * const lock = IOLockAlloc();
 * yield* IOLockFree(lock);
 * yield* IOLockLock(lock); // panics: "Invalid/destroyed mutex"
 */
export const IOLockFree = (lock: IOLock): Op => ask({ type: 'destroyMutex', mutex: lock });

/**
 * Takes a mutex, waiting for it.
 *
 * @param lock the mutex
 *
 * Panics if the thread owns it already (the header says that it deadlocks), at interrupt level, and inside a spin lock.
 * @see IOLockLock in XNU
 * @example
 * const lock = IOLockAlloc();
 * yield* IOLockLock(lock);
 * yield* IOLockLock(lock); // panics: "Mutex is unexpectedly owned by thread"
 */
export const IOLockLock = (lock: IOLock): Op => ask({ type: 'lock', mutex: lock });

/**
 * Takes a mutex if nobody has it. Never waits.
 *
 * @param lock the mutex
 * @returns whether it was taken
 * @see IOLockTryLock in XNU
 * @example
 * const lock = IOLockAlloc();
 * yield* IOLockTryLock(lock); // true
 * yield* IOLockTryLock(lock); // false
 */
export const IOLockTryLock = (lock: IOLock): Op<boolean> => ask({ type: 'tryLock', mutex: lock });

/**
 * Gives a mutex back.
 *
 * @param lock the mutex
 *
 * Panics if the thread does not own it.
 * @see IOLockUnlock in XNU
 * @example
 * const lock = IOLockAlloc();
 * yield* IOLockUnlock(lock); // panics: "Mutex is unexpectedly not owned by thread"
 */
export const IOLockUnlock = (lock: IOLock): Op => ask({ type: 'unlock', mutex: lock });

/**
 * Sleeps until the event is woken. The mutex is given back while the thread sleeps and held again on return, whatever the result. A thread
 * that is aborted already does not sleep, and keeps the mutex: nobody looks whether it owns it.
 *
 * @param lock a mutex that the thread owns
 * @param event what to sleep on: a cell, or an object
 * @param interruptible what else may end the sleep: THREAD_UNINT, THREAD_INTERRUPTIBLE or THREAD_ABORTSAFE
 * @returns THREAD_AWAKENED or THREAD_INTERRUPTED: not an IOReturn
 *
 * Panics if the thread does not own the mutex, or the event is NULL.
 * @see IOLockSleep in XNU
 * @example
 * const lock = IOLockAlloc();
 * const ready = cell(false);
 * // Thread A:
 * yield* IOLockLock(lock);
 * while (!(yield* ready.get())) yield* IOLockSleep(lock, ready, THREAD_UNINT);
 * yield* IOLockUnlock(lock);
 * // Thread B:
 * yield* IOLockLock(lock);
 * yield* ready.set(true);
 * yield* IOLockWakeup(lock, ready, true);
 * yield* IOLockUnlock(lock);
 */
export const IOLockSleep = (lock: IOLock, event: Event, interruptible: Interruptible): Op<WaitResult> =>
  ask({ type: 'sleep', mutex: lock, event, interruptible, deadline: 0 });

/**
 * Sleeps as `IOLockSleep` does, but not past a deadline.
 *
 * @param lock a mutex that the thread owns
 * @param event what to sleep on: a cell, or an object
 * @param deadline absolute, in ticks (ns) since boot: see `clock_interval_to_deadline`; one in the past times out at once, 0 is for ever
 * @param interruptible what else may end the sleep: THREAD_UNINT, THREAD_INTERRUPTIBLE or THREAD_ABORTSAFE
 * @returns THREAD_AWAKENED, THREAD_TIMED_OUT or THREAD_INTERRUPTED: not an IOReturn
 *
 * Panics if the thread does not own the mutex, or the event is NULL.
 * @see IOLockSleepDeadline in XNU
 * @example
 * const lock = IOLockAlloc();
 * const done = cell(false);
 * yield* IOLockLock(lock);
 * const until = yield* clock_interval_to_deadline(2, kSecondScale);
 * yield* IOLockSleepDeadline(lock, done, until, THREAD_UNINT); // THREAD_TIMED_OUT
 */
export const IOLockSleepDeadline = (
  lock: IOLock,
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
 * @see IOLockWakeup in XNU
 * @example
 * const lock = IOLockAlloc();
 * const ready = cell(false);
 * yield* IOLockLock(lock);
 * yield* IOLockWakeup(lock, ready, true);
 * yield* IOLockSleep(lock, ready, THREAD_UNINT); // never returns
 */
export const IOLockWakeup = (_lock: IOLock, event: Event, oneThread: boolean): Op =>
  thread_wakeup_prim(event, oneThread, THREAD_AWAKENED);
