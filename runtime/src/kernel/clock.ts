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

/** The ns left until an absolute deadline. A program that never reads the clock counts from boot. */
export function relativeDeadline(k: Kernel, s: Int32Array, deadline: number): ValueId {
  return k.values.intern(deadline - time(k, s));
}

/** Everyone whose wait ends next, and in how many ns. */
export function nextToExpire(k: Kernel, s: Int32Array): { contexts: Context[]; left: number } {
  let left = Infinity;
  let contexts: Context[] = [];
  for (const c of k.contexts) {
    if (s[c.slot + L.DEADLINE] === 0) continue;
    const mine = Math.max(0, Number(k.values.get(s[c.slot + L.DEADLINE])));
    if (mine < left) contexts = [];
    if (mine <= left) contexts.push(c);
    left = Math.min(left, mine);
  }
  return { contexts, left };
}

/** The clock moves to the next deadline and one of those who wait for it times out. */
export function expire(k: Kernel, s: Int32Array, alternative: number): void {
  const { contexts, left } = nextToExpire(k, s);
  const c = contexts[alternative];
  if (!c) throw new Error('internal bug: nothing to expire');
  if (k.readsClock) s[L.NOW] = k.values.intern(time(k, s) + left);
  for (const other of k.contexts) {
    const at = other.slot + L.DEADLINE;
    if (s[at] !== 0) s[at] = k.values.intern(Math.max(0, Number(k.values.get(s[at])) - left));
  }
  wake(k, s, c, THREAD_TIMED_OUT);
}
