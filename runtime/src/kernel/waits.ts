import type {
  AssertWait,
  AssertWaitUnless,
  Block,
  Handle,
  Sleep,
  StoreAndWakeup,
  ValueId,
  Wakeup,
} from '../effects/index.ts';
import { HandleValue } from '../effects/index.ts';
import { cellSlot, write } from './cells.ts';
import { relativeDeadline } from './clock.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';
import { holdsSpin } from './spinLocks.ts';
import {
  isRefused,
  orderOf,
  setResult,
  takeResult,
  THREAD_AWAKENED,
  THREAD_INTERRUPTED,
  THREAD_TIMED_OUT,
  THREAD_WAITING,
  wake,
} from './wake.ts';

const KERN_SUCCESS = 0;
const KERN_NOT_WAITING = 48;
const THREAD_ABORTSAFE = 2;
const THREAD_RESTART = 3;

const eventOf = (k: Kernel, event: ValueId): Handle => {
  const value = k.values.get(event);
  return value instanceof HandleValue ? value.handle : 0;
};

const isOneOf = (n: number, most: number): boolean => Number.isInteger(n) && n >= 0 && n <= most;

/** Whether preemption is off: in a handler, and while a spin lock is held. */
export const mustNotBlock = (k: Kernel, s: Int32Array, me: Context): boolean =>
  me.kind === 'interrupt' || holdsSpin(k, s, me);

/** What thread_invoke says of whoever blocks, or might, where nobody may. Returns 0. */
export function blocksAtInterruptLevel(k: Kernel, s: Int32Array, me: Context): 0 {
  const why = 'blocking while holding a spinlock, or within interrupt context';
  return k.panic(s, me, `thread_invoke: preemption_level 1, possible cause: ${why}`);
}

/** Whether a wait may begin; if not, the run has ended. */
export function mayWait(
  k: Kernel,
  s: Int32Array,
  me: Context,
  { type, event, interruptible, deadline }: AssertWait | Sleep,
): boolean {
  if (!isOneOf(interruptible, THREAD_ABORTSAFE) || !Number.isFinite(deadline)) {
    const field = Number.isFinite(deadline) ? 'interruptible' : 'deadline';
    k.fail(s, me, 'violation', 'bad-argument', { operation: type, field });
  } else if (me.kind === 'interrupt' || (type === 'sleep' && holdsSpin(k, s, me))) {
    blocksAtInterruptLevel(k, s, me);
  } else if (eventOf(k, event) === 0) k.panic(s, me, 'assert_wait() called with NO_EVENT');
  else if (s[me.slot + L.EVENT] !== 0) k.panic(s, me, 'thread already waiting');
  else return true;
  return false;
}

/** Joins an event's queue. */
function enqueue(
  k: Kernel,
  s: Int32Array,
  me: Context,
  event: Handle,
  interruptible: number,
  deadline: number,
): void {
  const at = me.slot;
  s[at + L.STATUS] &= ~(L.WAIT_BITS | L.RESULT_MASK);
  if (interruptible === 1) s[at + L.STATUS] |= L.INTERRUPTIBLE;
  if (interruptible === THREAD_ABORTSAFE) s[at + L.STATUS] |= L.ABORTSAFE;
  if (k.options.wakeOrder === 'fifo') s[at + L.STATUS] |= (1 + waiting(k, s, event)) << L.ORDER_SHIFT;
  s[at + L.EVENT] = event;
  s[at + L.DEADLINE] = deadline === 0 ? 0 : relativeDeadline(k, s, deadline);
}

/** How many are on an event's queue: asleep, or about to block. */
function waiting(k: Kernel, s: Int32Array, event: Handle): number {
  let count = 0;
  for (const c of k.contexts) if (s[c.slot + L.EVENT] === event) count++;
  return count;
}

/** The sleep half of lck_mtx_sleep. A deadline in the past ends it at once. */
export function fallAsleep(k: Kernel, s: Int32Array, me: Context, wait: Sleep): void {
  const event = eventOf(k, wait.event);
  enqueue(k, s, me, event, wait.interruptible, wait.deadline);
  k.setPhase(s, me, L.ASLEEP);
  k.listener?.({ type: 'asleep', context: me.index, on: event, released: wait.mutex });
  const left = s[me.slot + L.DEADLINE];
  if (left !== 0 && k.values.get(left) === 0) wake(k, s, me, THREAD_TIMED_OUT);
}

export function assertWait(k: Kernel, s: Int32Array, me: Context, effect: AssertWait): ValueId | 0 {
  if (!mayWait(k, s, me, effect)) return 0;
  if (isRefused(s, me, effect.interruptible)) {
    setResult(s, me, THREAD_INTERRUPTED);
    return k.values.intern(THREAD_INTERRUPTED);
  }
  enqueue(k, s, me, eventOf(k, effect.event), effect.interruptible, effect.deadline);
  s[me.slot + L.STATUS] |= L.QUEUED;
  return k.values.intern(THREAD_WAITING);
}

export function assertWaitUnless(
  k: Kernel,
  s: Int32Array,
  me: Context,
  effect: AssertWaitUnless,
): ValueId | 0 {
  const slot = cellSlot(k, s, me, effect.cell);
  if (slot === undefined) return 0;
  if (me.kind === 'interrupt') return blocksAtInterruptLevel(k, s, me);
  if (s[me.slot + L.EVENT] !== 0) return k.panic(s, me, 'thread already waiting');
  if (s[slot] === k.yes) return k.no;
  enqueue(k, s, me, effect.cell, 0, 0);
  s[me.slot + L.STATUS] |= L.QUEUED;
  return k.yes;
}

/** thread_block: sleeps if still queued; a wakeup since assert_wait is not lost. */
export function block(k: Kernel, s: Int32Array, me: Context, effect: Block): ValueId | 0 {
  if (mustNotBlock(k, s, me)) return blocksAtInterruptLevel(k, s, me);
  if (s[me.slot + L.EVENT] !== 0) {
    s[me.slot + L.STATUS] &= ~L.QUEUED;
    k.setPhase(s, me, L.ASLEEP);
    k.listener?.({ type: 'asleep', context: me.index, on: s[me.slot + L.EVENT], released: 0 });
    return 0;
  }
  const result = takeResult(s, me);
  if (effect.continuation === k.nothing) return k.values.intern(result);
  k.enter(s, me, effect.continuation, effect.arguments);
  return 0;
}

/** How many a wakeup of one could wake: as many as it has alternatives. */
export function candidates(k: Kernel, s: Int32Array, event: ValueId): number {
  const handle = eventOf(k, event);
  const count = handle === 0 ? 0 : waiting(k, s, handle);
  return k.options.wakeOrder === 'fifo' ? Math.min(1, count) : count;
}

/** Whom this alternative of a wakeup of one wakes. */
function candidate(k: Kernel, s: Int32Array, event: Handle, alternative: number): Context | undefined {
  let left = alternative;
  for (const c of k.contexts) {
    if (s[c.slot + L.EVENT] !== event) continue;
    if (k.options.wakeOrder === 'fifo' ? orderOf(s, c) === 1 : left-- === 0) return c;
  }
  return undefined;
}

export function wakeup(
  k: Kernel,
  s: Int32Array,
  me: Context,
  effect: Wakeup,
  alternative: number,
): ValueId | 0 {
  if (!isOneOf(effect.result, THREAD_RESTART)) {
    k.fail(s, me, 'violation', 'bad-argument', { operation: effect.type, field: 'result' });
    return 0;
  }
  const event = eventOf(k, effect.event);
  if (event === 0) return k.panic(s, me, 'thread_wakeup_prim() called with NO_EVENT');
  const woken = effect.oneThread
    ? wakeOne(k, s, candidate(k, s, event, alternative), effect.result)
    : wakeAll(k, s, event, effect.result);
  if (!woken) k.listener?.({ type: 'nobodyWoken', on: event });
  return k.values.intern(woken ? KERN_SUCCESS : KERN_NOT_WAITING);
}

function wakeOne(k: Kernel, s: Int32Array, c: Context | undefined, result: number): boolean {
  if (c) wake(k, s, c, result);
  return c !== undefined;
}

function wakeAll(k: Kernel, s: Int32Array, event: Handle, result: number): boolean {
  let woken = false;
  for (const c of k.contexts) {
    if (s[c.slot + L.EVENT] !== event) continue;
    wake(k, s, c, result);
    woken = true;
  }
  return woken;
}

export function storeAndWakeup(k: Kernel, s: Int32Array, me: Context, effect: StoreAndWakeup): ValueId | 0 {
  const slot = cellSlot(k, s, me, effect.cell);
  if (slot === undefined) return 0;
  write(k, s, effect.cell, slot, effect.value);
  const thread = k.values.get(effect.thread);
  if (!(thread instanceof HandleValue)) {
    return k.panic(s, me, 'thread_wakeup_thread() called with THREAD_NULL');
  }
  const event = eventOf(k, effect.event);
  if (event === 0) return k.panic(s, me, 'thread_wakeup_thread() called with NO_EVENT');
  const sleeper = k.contextOf(thread.handle);
  if (sleeper && s[sleeper.slot + L.EVENT] === event) wake(k, s, sleeper, THREAD_AWAKENED);
  else k.listener?.({ type: 'nobodyWoken', on: event });
  return k.nothing;
}
