/** How a wait ended: what every sleep returns. Not an IOReturn: compare it with these names only. */
export type WaitResult = number;

/** -1: on the queue, still running (what `assert_wait` answers). */
export const THREAD_WAITING: WaitResult = -1;
/** 0: somebody woke the event. What the sleeper waits for may be gone again: test it. */
export const THREAD_AWAKENED: WaitResult = 0;
/** 1: the deadline passed. */
export const THREAD_TIMED_OUT: WaitResult = 1;
/** 2: the thread was aborted or terminated. After a termination every later interruptible sleep returns this at once. */
export const THREAD_INTERRUPTED: WaitResult = 2;
/** 3: the wait should be started again. */
export const THREAD_RESTART: WaitResult = 3;
/** 10: the thread was not waiting. */
export const THREAD_NOT_WAITING: WaitResult = 10;

/** What may end a sleep besides a wakeup and a deadline: THREAD_UNINT, THREAD_INTERRUPTIBLE or THREAD_ABORTSAFE. */
export type Interruptible = number;

/** 0: nothing else. */
export const THREAD_UNINT: Interruptible = 0;
/** 1: termination of the thread. */
export const THREAD_INTERRUPTIBLE: Interruptible = 1;
/** 2: termination, any signal, `thread_abort_safely`. */
export const THREAD_ABORTSAFE: Interruptible = 2;
