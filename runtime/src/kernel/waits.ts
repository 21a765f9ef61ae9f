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
import { cellSlot, store } from './cells.ts';
import { relativeDeadline } from './clock.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';
import { refusal, THREAD_AWAKENED, THREAD_TIMED_OUT, THREAD_WAITING, wake, wakeResult } from './wake.ts';

const KERN_SUCCESS = 0;
const KERN_NOT_WAITING = 48;

const eventOf = (k: Kernel, event: ValueId): Handle => {
  const value = k.values.get(event);
  return value instanceof HandleValue ? value.handle : 0;
};

/** Joins an event's queue; false after a panic. */
function enqueue(k: Kernel, s: Int32Array, me: Context, wait: Omit<AssertWait, 'type'>): boolean {
  const event = eventOf(k, wait.event);
  if (event === 0) {
    k.panic(s, me, 'assert_wait() called with NO_EVENT');
    return false;
  }
  const at = me.slot;
  s[at + L.EVENT] = event;
  s[at + L.STATUS] &= ~(L.WAIT_BITS | L.RESULT_MASK);
  if (wait.interruptible === 1) s[at + L.STATUS] |= L.INTERRUPTIBLE;
  if (wait.interruptible === 2) s[at + L.STATUS] |= L.ABORTSAFE;
  if (k.options.wakeOrder === 'fifo') s[at + L.STATUS] |= lastInQueue(k, s, event, me) << L.ORDER_SHIFT;
  s[at + L.DEADLINE] = wait.deadline === 0 ? 0 : relativeDeadline(k, s, wait.deadline);
  return true;
}

const order = (s: Int32Array, c: Context): number => (s[c.slot + L.STATUS] & L.ORDER_MASK) >> L.ORDER_SHIFT;

function lastInQueue(k: Kernel, s: Int32Array, event: Handle, me: Context): number {
  return 1 + Math.max(0, ...waiters(k, s, event).map((c) => (c === me ? 0 : order(s, c))));
}

/** Everyone on an event's queue: asleep, or about to block. */
export function waiters(k: Kernel, s: Int32Array, event: Handle): Context[] {
  return k.contexts.filter((c) => s[c.slot + L.EVENT] === event && event !== 0);
}

/** The sleep half of lck_mtx_sleep; false after a panic. */
export function fallAsleep(
  k: Kernel,
  s: Int32Array,
  me: Context,
  wait: Omit<Sleep, 'type' | 'mutex'>,
  released: Handle,
): boolean {
  if (me.kind === 'interrupt') {
    k.panic(s, me, 'thread_block() called at interrupt level');
    return false;
  }
  if (!enqueue(k, s, me, wait)) return false;
  k.setPhase(s, me, L.ASLEEP);
  k.listener?.({ type: 'asleep', context: me.index, on: s[me.slot + L.EVENT], released });
  if (s[me.slot + L.DEADLINE] !== 0 && Number(k.values.get(s[me.slot + L.DEADLINE])) <= 0)
    wake(k, s, me, THREAD_TIMED_OUT);
  return true;
}

export function assertWait(k: Kernel, s: Int32Array, me: Context, effect: AssertWait): ValueId | 0 {
  const refused = refusal(s, me, effect.interruptible);
  if (refused !== 0) return k.values.intern(refused);
  if (!enqueue(k, s, me, effect)) return 0;
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
  const joins = k.values.get(s[slot]) !== true;
  if (joins) {
    enqueue(k, s, me, { event: k.handleValue(effect.cell), interruptible: 0, deadline: 0 });
    s[me.slot + L.STATUS] |= L.QUEUED;
  }
  return k.values.intern(joins);
}

/** thread_block: sleeps if still queued; a wakeup since assert_wait is not lost. */
export function block(k: Kernel, s: Int32Array, me: Context, effect: Block): ValueId | 0 {
  if (me.kind === 'interrupt') return k.panic(s, me, 'thread_block() called at interrupt level');
  if (s[me.slot + L.EVENT] !== 0) {
    s[me.slot + L.STATUS] &= ~L.QUEUED;
    k.setPhase(s, me, L.ASLEEP);
    k.listener?.({ type: 'asleep', context: me.index, on: s[me.slot + L.EVENT], released: 0 });
    return 0;
  }
  const result = wakeResult(s, me);
  s[me.slot + L.STATUS] &= ~L.RESULT_MASK;
  if (k.values.get(effect.continuation) === undefined) return k.values.intern(result);
  k.enter(s, me, effect.continuation, effect.arguments);
  return 0;
}

/** Whom a wakeup of one could wake, in the order of its alternatives. */
export function candidates(k: Kernel, s: Int32Array, event: ValueId): Context[] {
  const queue = waiters(k, s, eventOf(k, event));
  if (k.options.wakeOrder === 'any' || queue.length < 2) return queue;
  return [queue.reduce((first, c) => (order(s, c) < order(s, first) ? c : first))];
}

export function wakeup(
  k: Kernel,
  s: Int32Array,
  me: Context,
  effect: Wakeup,
  alternative: number,
): ValueId | 0 {
  const event = eventOf(k, effect.event);
  if (event === 0) return k.panic(s, me, 'thread_wakeup_prim() called with NO_EVENT');
  const queue = effect.oneThread
    ? candidates(k, s, effect.event).slice(alternative, alternative + 1)
    : waiters(k, s, event);
  for (const c of queue) wake(k, s, c, effect.result);
  if (queue.length === 0) k.listener?.({ type: 'nobodyWoken', on: event });
  return k.values.intern(queue.length > 0 ? KERN_SUCCESS : KERN_NOT_WAITING);
}

export function storeAndWakeup(k: Kernel, s: Int32Array, me: Context, effect: StoreAndWakeup): ValueId | 0 {
  const thread = k.values.get(effect.thread);
  const stored = store(k, s, me, { type: 'store', cell: effect.cell, value: effect.value });
  if (stored === 0) return 0;
  if (!(thread instanceof HandleValue))
    return k.panic(s, me, 'thread_wakeup_thread() called with THREAD_NULL');
  const sleeper = k.contextOf(thread.handle);
  const event = eventOf(k, effect.event);
  if (sleeper && s[sleeper.slot + L.EVENT] === event) wake(k, s, sleeper, THREAD_AWAKENED);
  else k.listener?.({ type: 'nobodyWoken', on: event });
  return stored;
}
