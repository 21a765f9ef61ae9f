import type { IntervalToDeadline, ValueId } from '../effects/index.ts';
import type { Callout } from './callouts.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';
import { THREAD_TIMED_OUT, wake } from './wake.ts';

/** What the clock shows when the machine starts, ns; not 0, which as a deadline means "never". */
export const BOOT = 1_000_000_000;

/** Thrown when a program reads the clock for the first time: states stored before do not know the time, so the search starts again. */
export class ClockRead extends Error {}

function time(k: Kernel, s: Int32Array): number {
  return s[L.NOW] === 0 ? BOOT : Number(k.values.get(s[L.NOW]));
}

function read(k: Kernel, s: Int32Array): number {
  if (!k.readsClock) {
    k.readsClock = true;
    throw new ClockRead();
  }
  return time(k, s);
}

export function now(k: Kernel, s: Int32Array): ValueId {
  return k.values.intern(read(k, s));
}

export function intervalToDeadline(k: Kernel, s: Int32Array, effect: IntervalToDeadline): ValueId {
  return k.values.intern(read(k, s) + effect.interval);
}

/** The ns left until an absolute deadline: 0 if it has passed. */
export function relativeDeadline(k: Kernel, s: Int32Array, deadline: number): ValueId {
  // A deadline is compared with the clock, so states must know the time; unless it has moved, they all do.
  if (k.movedUnread) read(k, s);
  k.readsClock = true;
  return k.values.intern(Math.max(0, deadline - time(k, s)));
}

/** Who waits for a deadline: a context whose wait times out, or a thread call. */
export interface Waiter {
  /** Whose wait it is; of a thread call its first worker. */
  readonly context: Context;
  /** Undefined for a wait. */
  readonly callout: Callout | undefined;
  /** Where the state keeps the ns left. */
  readonly at: number;
}

/** Whoever could wait for a deadline, in a fixed order; some do. */
function* deadlines(k: Kernel): Iterable<Waiter> {
  for (const context of k.contexts) yield { context, callout: undefined, at: context.slot + L.DEADLINE };
  for (const callout of k.callouts) {
    yield { context: callout.workers[0], callout, at: callout.slot + L.CALLOUT_DEADLINE };
  }
}

/** The ns that a word says are left; Infinity if it says none. */
const leftAt = (k: Kernel, s: Int32Array, at: number): number =>
  s[at] === 0 ? Infinity : Number(k.values.get(s[at]));

/** In how many ns the next deadline comes; Infinity if there is none. */
export function timeLeft(k: Kernel, s: Int32Array): number {
  let left = Infinity;
  for (const c of k.contexts) left = Math.min(left, leftAt(k, s, c.slot + L.DEADLINE));
  for (const c of k.callouts) left = Math.min(left, leftAt(k, s, c.slot + L.CALLOUT_DEADLINE));
  return left;
}

/** Everyone whose deadline comes next, in the order of the clock's alternatives, and in how many ns. */
export function nextToExpire(k: Kernel, s: Int32Array): { waiters: Waiter[]; left: number } {
  const left = timeLeft(k, s);
  const waiters = left === Infinity ? [] : [...deadlines(k)].filter(({ at }) => leftAt(k, s, at) === left);
  return { waiters, left };
}

/** The clock moves to the next deadline; one of those who wait for it times out, or a thread call becomes ready. */
export function expire(k: Kernel, s: Int32Array, alternative: number): void {
  const { waiters, left } = nextToExpire(k, s);
  const waiter = waiters[alternative];
  if (!waiter) throw new Error('internal bug: nothing to expire');
  if (left > 0) pass(k, s, left);
  const { context, callout } = waiter;
  if (!callout) return wake(k, s, context, THREAD_TIMED_OUT);
  s[callout.slot] = L.READY;
  s[callout.slot + L.CALLOUT_DEADLINE] = 0;
  k.listener?.({ type: 'ready', callout: callout.handle });
}

/** Time passes: every moment is nearer. One that is remembered and has passed stays a moment that has passed. */
function pass(k: Kernel, s: Int32Array, ns: number): void {
  if (k.readsClock) s[L.NOW] = k.values.intern(time(k, s) + ns);
  else k.movedUnread = true;
  const age = (at: number): void => {
    if (s[at] !== 0) s[at] = k.values.intern(Math.max(0, leftAt(k, s, at) - ns));
  };
  for (const { at } of deadlines(k)) age(at);
  for (const c of k.contexts) age(c.slot + L.MOMENT);
  for (const c of k.callouts) age(c.slot + L.CALLOUT_REMEMBERED);
}
