import { ask, type Op } from '../effects/index.ts';
import type { Method } from './method.ts';

/** A thread, as `current_thread()` names it. Compare with `===`. */
export interface thread_t {
  readonly isThread?: never;
}

/**
 * The thread that asks.
 *
 * @returns the thread; compare it with `===`
 * @see current_thread in XNU
 * @example
 * const self = yield* current_thread();
 * self === (yield* loop.getThread()); // false
 */
export const current_thread = (): Op<thread_t> => ask({ type: 'currentThread' });

/**
 * Starts a thread of the driver's own. It need not finish, and a hang of it alone is none; in `setup` it begins when setup is over.
 *
 * @param self the object whose method it runs
 * @param method what it runs, once
 * @param args what the method is given
 * @returns the new thread
 * @see kernel_thread_start in XNU
 * @example
 * const thread = yield* spawn(driver, driver.add, 1);
 * thread === (yield* current_thread()); // false
 */
export const spawn = <Args extends unknown[]>(
  self: object,
  method: Method<Args>,
  ...args: Args
): Op<thread_t> => ask({ type: 'startThread', body: [self, method], arguments: args, label: method.name });

/**
 * Terminates a thread for good: its interruptible sleeps, this one and all later ones, return THREAD_INTERRUPTED. It finishes the
 * call it is in and starts no other.
 *
 * @param thread the thread, as `current_thread()` names it
 * @see thread_terminate in XNU
 * @example
 * const lock = IOLockAlloc();
 * const done = cell(false);
 * yield* IOLockLock(lock);
 * yield* thread_terminate(yield* current_thread());
 * yield* IOLockSleep(lock, done, THREAD_INTERRUPTIBLE); // THREAD_INTERRUPTED
 * yield* IOLockSleep(lock, done, THREAD_INTERRUPTIBLE); // THREAD_INTERRUPTED
 */
export const thread_terminate = (thread: thread_t): Op => ask({ type: 'terminateThread', thread });

/**
 * Ends one THREAD_ABORTSAFE sleep of a thread, the one it is in or else the next, with THREAD_INTERRUPTED: what a signal does.
 *
 * @param thread the thread, as `current_thread()` names it
 * @see thread_abort_safely in XNU
 * @example
 * const lock = IOLockAlloc();
 * const done = cell(false);
 * yield* IOLockLock(lock);
 * yield* thread_abort_safely(yield* current_thread());
 * yield* IOLockSleep(lock, done, THREAD_ABORTSAFE); // THREAD_INTERRUPTED
 * yield* IOLockSleep(lock, done, THREAD_ABORTSAFE); // never returns
 */
export const thread_abort_safely = (thread: thread_t): Op => ask({ type: 'abortThread', thread });
