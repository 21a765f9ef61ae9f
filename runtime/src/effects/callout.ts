import type { Handle, ValueId } from './value.ts';

/** clock_interval_to_deadline as a timer uses it: the thread's next `enterCallout` is for a moment that lies an interval from now. Answer: undefined. */
export interface DeadlineIn {
  readonly type: 'deadlineIn';
  /** ns */
  readonly interval: number;
}

/** The thread's next `enterCallout` is for this moment. Answer: undefined. */
export interface DeadlineAt {
  readonly type: 'deadlineAt';
  /** Absolute, ns; 0 = none. */
  readonly deadline: number;
}

/** A word beside the thread call that holds a moment, so that states need not know the time. Answer: undefined. */
export interface RememberDeadline {
  /** remember: the thread's moment is stored; forget: none is. */
  readonly type: 'rememberDeadline' | 'forgetDeadline';
  readonly callout: Handle;
}

/** Makes the moment in that word the thread's. Answer: whether there is one. */
export interface RecallDeadline {
  readonly type: 'recallDeadline';
  readonly callout: Handle;
}

/** thread_call_enter_delayed: runs the procedure once the thread's moment has come. Answer: whether it replaces one that was pending. */
export interface EnterCallout {
  readonly type: 'enterCallout';
  readonly callout: Handle;
  readonly procedure: ValueId;
  /** An array value. */
  readonly arguments: ValueId;
}

/**
 * One access to a timer's count of its settings, calloutGeneration, or to what its interrupt signaled. The numbers stay with the kernel:
 * what the thread loads it counts on from, enters its next shot with, or compares. Answer: undefined; `is current`: whether what it
 * loaded, or else the shot that it runs, is the timer's number.
 */
export interface Generation {
  readonly type: 'generation';
  readonly callout: Handle;
  readonly does: (typeof generationSteps)[number];
}

export const generationSteps = [
  'load',
  'increment',
  'signal',
  'load signaled',
  'clear signaled',
  'is current',
] as const;

/** thread_call_cancel: waits for nothing. Answer: whether one was pending. */
export interface CancelCallout {
  readonly type: 'cancelCallout';
  readonly callout: Handle;
}

/** The second half of thread_call_cancel_wait: until the call does not run. At interrupt level, and inside the call: panic. Answer: undefined. */
export interface WaitForCallout {
  readonly type: 'waitForCallout';
  readonly callout: Handle;
}

/** thread_call_free. Answer: whether it is free; a pending one is not. */
export interface FreeCallout {
  readonly type: 'freeCallout';
  readonly callout: Handle;
}

export type CalloutEffect =
  | DeadlineIn
  | DeadlineAt
  | RememberDeadline
  | RecallDeadline
  | EnterCallout
  | Generation
  | CancelCallout
  | WaitForCallout
  | FreeCallout;
