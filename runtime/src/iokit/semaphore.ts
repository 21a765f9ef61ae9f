import { ask, type Op } from '../effects/index.ts';
import { cell, type Cell } from './cell.ts';
import { clock_interval_to_deadline, type AbsoluteTime } from './clock.ts';
import { IOLockAlloc, IOLockFree, IOLockLock, IOLockUnlock } from './IOLock.ts';
import {
  KERN_ABORTED,
  KERN_OPERATION_TIMED_OUT,
  KERN_SUCCESS,
  KERN_TERMINATED,
  type kern_return_t,
} from './kernReturn.ts';
import { OSObject } from './OSObject.ts';
import {
  THREAD_ABORTSAFE,
  THREAD_AWAKENED,
  THREAD_INTERRUPTED,
  THREAD_RESTART,
  THREAD_TIMED_OUT,
  type WaitResult,
} from './waitResult.ts';
import { thread_wakeup_prim } from './wakeup.ts';

/** A Mach semaphore. Made by `semaphore_create`. */
export class semaphore_t extends OSObject {
  private readonly interlock = IOLockAlloc();
  /** What may still be taken; -1 while threads may wait, which sleep on it. */
  private readonly count: Cell<number>;

  constructor(value: number) {
    super();
    this.count = cell(value);
  }

  /** Takes one, or waits for one if it may. A deadline of 0 is for ever. */
  *wait(mayBlock: boolean, deadline: AbsoluteTime): Op<kern_return_t> {
    yield* IOLockLock(this.interlock);
    const count = yield* this.count.get();
    if (count > 0) {
      yield* this.count.set(count - 1);
    } else if (mayBlock) {
      yield* this.count.set(-1);
      yield* ask({ type: 'assertWait', event: this.count, interruptible: THREAD_ABORTSAFE, deadline });
    }
    yield* IOLockUnlock(this.interlock);
    if (count > 0) return KERN_SUCCESS;
    if (!mayBlock) return KERN_OPERATION_TIMED_OUT;
    return meaning(yield* ask<WaitResult>({ type: 'block', continuation: undefined, arguments: [] }));
  }

  /** Gives one to a waiter, or keeps it. */
  *signal(): Op<kern_return_t> {
    yield* IOLockLock(this.interlock);
    const count = yield* this.count.get();
    const woken = count < 0 && (yield* this.wakeOne());
    if (!woken) yield* this.count.set(Math.max(0, count) + 1);
    yield* IOLockUnlock(this.interlock);
    return KERN_SUCCESS;
  }

  /** Sends all waiters home. */
  *destroy(): Op<kern_return_t> {
    yield* IOLockLock(this.interlock);
    yield* thread_wakeup_prim(this.count, false, THREAD_RESTART);
    yield* IOLockUnlock(this.interlock);
    yield* this.release();
    return KERN_SUCCESS;
  }

  override *free(): Op {
    yield* IOLockFree(this.interlock);
    yield* super.free();
  }

  private *wakeOne(): Op<boolean> {
    const answer = yield* ask<kern_return_t>({
      type: 'wakeup',
      event: this.count,
      oneThread: true,
      result: THREAD_AWAKENED,
    });
    return answer === KERN_SUCCESS;
  }
}

function meaning(result: WaitResult): kern_return_t {
  if (result === THREAD_INTERRUPTED) return KERN_ABORTED;
  if (result === THREAD_TIMED_OUT) return KERN_OPERATION_TIMED_OUT;
  return result === THREAD_RESTART ? KERN_TERMINATED : KERN_SUCCESS;
}

/**
 * Makes a counting semaphore.
 *
 * @param value what can be taken at first, 0 or more
 * @returns the semaphore
 * @see semaphore_create in XNU, which stores it through its second argument
 * @example
 * const credits = semaphore_create(2);
 * yield* semaphore_wait(credits); // KERN_SUCCESS
 * yield* semaphore_wait(credits); // KERN_SUCCESS
 * yield* semaphore_timedwait(credits, 0); // KERN_OPERATION_TIMED_OUT
 */
export const semaphore_create = (value: number): semaphore_t => new semaphore_t(value);

/**
 * Takes one, waiting for it THREAD_ABORTSAFE.
 *
 * @param semaphore made by `semaphore_create`
 * @returns KERN_SUCCESS; KERN_ABORTED if a signal or termination ended the wait, KERN_TERMINATED if the semaphore was destroyed
 *
 * Panics at interrupt level.
 * @see semaphore_wait in XNU
 * @example
 * const done = semaphore_create(0);
 * // Thread A:
 * yield* semaphore_wait(done); // KERN_SUCCESS
 * // Thread B:
 * yield* semaphore_signal(done);
 */
export const semaphore_wait = (semaphore: semaphore_t): Op<kern_return_t> => semaphore.wait(true, 0);

/**
 * Takes one, waiting no longer than a time for it.
 *
 * @param semaphore made by `semaphore_create`
 * @param interval ns from now; 0 does not wait at all
 * @returns as `semaphore_wait`, or KERN_OPERATION_TIMED_OUT
 *
 * Panics at interrupt level.
 * @see semaphore_timedwait in XNU
 * @example
 * const done = semaphore_create(0);
 * yield* semaphore_timedwait(done, 5 * kMillisecondScale); // KERN_OPERATION_TIMED_OUT
 */
export function* semaphore_timedwait(semaphore: semaphore_t, interval: number): Op<kern_return_t> {
  if (interval === 0) return yield* semaphore.wait(false, 0);
  return yield* semaphore.wait(true, yield* clock_interval_to_deadline(interval));
}

/**
 * Gives one: to a thread that waits, or to the next that comes. Unlike a wakeup it is remembered.
 *
 * @param semaphore made by `semaphore_create`
 * @returns KERN_SUCCESS
 *
 * Panics at interrupt level, unlike XNU's: here its interlock is a mutex.
 * @see semaphore_signal in XNU
 * @example
 * const done = semaphore_create(0);
 * yield* semaphore_signal(done); // KERN_SUCCESS
 * yield* semaphore_wait(done); // KERN_SUCCESS
 */
export const semaphore_signal = (semaphore: semaphore_t): Op<kern_return_t> => semaphore.signal();

/**
 * Destroys a semaphore; who waits returns with KERN_TERMINATED.
 *
 * @param semaphore made by `semaphore_create`
 * @returns KERN_SUCCESS
 *
 * Any later use of it panics.
 * @see semaphore_destroy in XNU
 * @example
 * const done = semaphore_create(0);
 * // Thread A:
 * yield* semaphore_wait(done); // KERN_TERMINATED
 * // Thread B, when A is asleep:
 * yield* semaphore_destroy(done); // KERN_SUCCESS
 */
export const semaphore_destroy = (semaphore: semaphore_t): Op<kern_return_t> => semaphore.destroy();
