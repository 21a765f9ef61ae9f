import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';

export const THREAD_WAITING = -1;
export const THREAD_AWAKENED = 0;
export const THREAD_TIMED_OUT = 1;
export const THREAD_INTERRUPTED = 2;

/** Takes a context off its queue with a result; asleep it can go on, about to block it will not. */
export function wake(k: Kernel, s: Int32Array, c: Context, result: number): void {
  const at = c.slot;
  k.listener?.({ type: 'woken', context: c.index, from: s[at + L.EVENT], result });
  const asleep = (s[at + L.STATUS] & L.PHASE) === L.ASLEEP;
  s[at + L.EVENT] = 0;
  s[at + L.DEADLINE] = 0;
  s[at + L.STATUS] = (s[at + L.STATUS] & ~(L.WAIT_BITS | L.RESULT_MASK)) | (result << L.RESULT_SHIFT);
  if (asleep) k.setPhase(s, c, L.WOKEN);
}

/** THREAD_INTERRUPTED if this wait would be refused at once, else 0. A safe abort is used up, termination is for good. */
export function refusal(s: Int32Array, me: Context, interruptible: number): number {
  const status = s[me.slot + L.STATUS];
  if (status & L.TERMINATED && interruptible > 0) return THREAD_INTERRUPTED;
  if (!(status & L.ABORTED) || interruptible < 2) return 0;
  s[me.slot + L.STATUS] &= ~L.ABORTED;
  return THREAD_INTERRUPTED;
}

/** The result that a wakeup, a time-out or an abort left for a waiter. */
export const wakeResult = (s: Int32Array, me: Context): number =>
  (s[me.slot + L.STATUS] & L.RESULT_MASK) >> L.RESULT_SHIFT;
