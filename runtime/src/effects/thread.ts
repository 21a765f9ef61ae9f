import type { Handle, ValueId } from './value.ts';

/** current_thread. Answer: the thread's handle value. */
export interface CurrentThread {
  readonly type: 'currentThread';
}

/** kernel_thread_start: a daemon thread that runs the procedure once. Answer: its handle value. */
export interface StartThread {
  readonly type: 'startThread';
  readonly body: ValueId;
  readonly arguments: ValueId;
  readonly label: string;
}

/** thread_terminate: sticky abort; the thread finishes the call it is in and starts no other. Answer: undefined. */
export interface TerminateThread {
  readonly type: 'terminateThread';
  readonly thread: Handle;
}

/** thread_abort_safely: one shot; the next (or present) THREAD_ABORTSAFE wait returns THREAD_INTERRUPTED. Answer: undefined. */
export interface AbortThread {
  readonly type: 'abortThread';
  readonly thread: Handle;
}

export type ThreadEffect = CurrentThread | StartThread | TerminateThread | AbortThread;
