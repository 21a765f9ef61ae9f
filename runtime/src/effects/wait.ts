import type { Handle, ValueId } from './value.ts';

/** assert_wait: joins the event's queue and goes on running. Answer: THREAD_WAITING, or THREAD_INTERRUPTED if refused. */
export interface AssertWait {
  readonly type: 'assertWait';
  readonly event: ValueId;
  readonly interruptible: number;
  readonly deadline: number;
}

/** A spin-lock section of the work loop: assert_wait on the cell, uninterruptible, unless the cell is true. Answer: whether it joined. */
export interface AssertWaitUnless {
  readonly type: 'assertWaitUnless';
  readonly cell: Handle;
}

/**
 * thread_block: sleeps until woken if still queued. With a continuation the thread's history ends here: it goes on in that
 * procedure, which is given the arguments. Answer (without one): a wait result.
 */
export interface Block {
  readonly type: 'block';
  /** A procedure value, or the value undefined. */
  readonly continuation: ValueId;
  /** An array value. */
  readonly arguments: ValueId;
}

/** thread_wakeup / thread_wakeup_one / thread_wakeup_with_result. Answer: KERN_SUCCESS 0 or KERN_NOT_WAITING 48. */
export interface Wakeup {
  readonly type: 'wakeup';
  readonly event: ValueId;
  readonly oneThread: boolean;
  readonly result: number;
}

/** A spin-lock section of the work loop: stores and wakes one thread if it waits on the cell. Null thread: panic. Answer: undefined. */
export interface StoreAndWakeup {
  readonly type: 'storeAndWakeup';
  readonly cell: Handle;
  readonly value: ValueId;
  /** Where the woken thread sleeps; in XNU the same address for workToDo. */
  readonly event: ValueId;
  /** Handle value of a thread, or null. */
  readonly thread: ValueId;
}

export type WaitEffect = AssertWait | AssertWaitUnless | Block | Wakeup | StoreAndWakeup;
