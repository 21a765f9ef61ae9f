import type { IntervalToDeadline, ValueId } from '../effects/index.ts';
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
  // A deadline is compared with the clock, so states must know the time; before the first one it has not moved in any.
  k.readsClock = true;
  return k.values.intern(Math.max(0, deadline - time(k, s)));
}

/** The ns left of a context's wait; Infinity if it has no deadline. */
function leftOf(k: Kernel, s: Int32Array, c: Context): number {
  const left = s[c.slot + L.DEADLINE];
  return left === 0 ? Infinity : Number(k.values.get(left));
}

/** In how many ns the next wait ends; Infinity if none has a deadline. */
export function timeLeft(k: Kernel, s: Int32Array): number {
  let left = Infinity;
  for (const c of k.contexts) if (s[c.slot + L.DEADLINE] !== 0) left = Math.min(left, leftOf(k, s, c));
  return left;
}

/** Everyone whose wait ends next, in the order of the clock's alternatives, and in how many ns. */
export function nextToExpire(k: Kernel, s: Int32Array): { contexts: Context[]; left: number } {
  const left = timeLeft(k, s);
  const contexts = left === Infinity ? [] : k.contexts.filter((c) => leftOf(k, s, c) === left);
  return { contexts, left };
}

/** The clock moves to the next deadline and one of those who wait for it times out. */
export function expire(k: Kernel, s: Int32Array, alternative: number): void {
  const { contexts, left } = nextToExpire(k, s);
  const c = contexts[alternative];
  if (!c) throw new Error('internal bug: nothing to expire');
  if (left > 0) {
    s[L.NOW] = k.values.intern(time(k, s) + left);
    for (const other of k.contexts) {
      const at = other.slot + L.DEADLINE;
      if (s[at] !== 0) s[at] = k.values.intern(leftOf(k, s, other) - left);
    }
  }
  wake(k, s, c, THREAD_TIMED_OUT);
}
