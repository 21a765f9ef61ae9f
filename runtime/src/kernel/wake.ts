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
  if (k.options.wakeOrder === 'fifo') closeRanks(k, s, c);
  const asleep = (s[at + L.STATUS] & L.PHASE) === L.ASLEEP;
  s[at + L.EVENT] = 0;
  s[at + L.DEADLINE] = 0;
  s[at + L.STATUS] &= ~L.WAIT_BITS;
  setResult(s, c, result);
  if (asleep) k.setPhase(s, c, L.WOKEN);
}

/** The place of a waiter in its queue, from 1. */
export const orderOf = (s: Int32Array, c: Context): number =>
  (s[c.slot + L.STATUS] & L.ORDER_MASK) >> L.ORDER_SHIFT;

/** Who stands behind a waiter that leaves moves up: places would else grow without bound. */
function closeRanks(k: Kernel, s: Int32Array, leaver: Context): void {
  const event = s[leaver.slot + L.EVENT];
  for (const c of k.contexts) {
    const behind = s[c.slot + L.EVENT] === event && orderOf(s, c) > orderOf(s, leaver);
    if (behind) s[c.slot + L.STATUS] -= 1 << L.ORDER_SHIFT;
  }
}

/** Whether this wait would be refused at once. A safe abort is used up, termination is for good. */
export function isRefused(s: Int32Array, me: Context, interruptible: number): boolean {
  const status = s[me.slot + L.STATUS];
  if (status & L.TERMINATED && interruptible > 0) return true;
  if (!(status & L.ABORTED) || interruptible < 2) return false;
  s[me.slot + L.STATUS] &= ~L.ABORTED;
  return true;
}

/** Leaves a result for the waiter to find. */
export function setResult(s: Int32Array, c: Context, result: number): void {
  s[c.slot + L.STATUS] = (s[c.slot + L.STATUS] & ~L.RESULT_MASK) | (result << L.RESULT_SHIFT);
}

/** The result that a wakeup, a time-out or an abort left for a waiter; it is there once. */
export function takeResult(s: Int32Array, me: Context): number {
  const result = (s[me.slot + L.STATUS] & L.RESULT_MASK) >> L.RESULT_SHIFT;
  s[me.slot + L.STATUS] &= ~L.RESULT_MASK;
  return result;
}
