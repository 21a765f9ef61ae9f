import type { Handle, ValueId } from './value.ts';

/** Takes a mutex, waiting for it. A plain one that the thread owns already: panic. Answer: undefined. */
export interface Lock {
  readonly type: 'lock';
  readonly mutex: Handle;
}

/** Takes a mutex if that needs no waiting. Answer: whether it did. */
export interface TryLock {
  readonly type: 'tryLock';
  readonly mutex: Handle;
}

/** Gives back one level. A mutex that the thread does not own: panic. Answer: undefined. */
export interface Unlock {
  readonly type: 'unlock';
  readonly mutex: Handle;
}

/** Answer: whether the calling thread owns it. */
export interface Holds {
  readonly type: 'holds';
  readonly mutex: Handle;
}

/** lck_mtx_destroy: panics if the mutex is held or has waiters. Answer: undefined. */
export interface DestroyMutex {
  readonly type: 'destroyMutex';
  readonly mutex: Handle;
}

/**
 * lck_mtx_sleep and lck_mtx_sleep_deadline: joins the event's queue and gives back all levels in one step; once woken, an
 * ordinary pending acquire of all of them. Refused waits (aborted thread) release nothing. Answer: a wait result.
 */
export interface Sleep {
  readonly type: 'sleep';
  readonly mutex: Handle;
  /** Handle value of what is slept on; null panics, as NO_EVENT does. */
  readonly event: ValueId;
  /** THREAD_UNINT 0, THREAD_INTERRUPTIBLE 1, THREAD_ABORTSAFE 2 */
  readonly interruptible: number;
  /** Absolute, ns; 0 = none. */
  readonly deadline: number;
}

export type MutexEffect = Lock | TryLock | Unlock | Holds | DestroyMutex | Sleep;
