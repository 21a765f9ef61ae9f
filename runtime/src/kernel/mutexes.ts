import type { DestroyMutex, Handle, Holds, Lock, Sleep, TryLock, Unlock, ValueId } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';
import { holdsSpin } from './spinLocks.ts';
import { blocksAtInterruptLevel, fallAsleep, mayWait, mustNotBlock } from './waits.ts';
import { isRefused, takeResult, THREAD_INTERRUPTED } from './wake.ts';

const DESTROYED = 'Invalid/destroyed mutex';
const NOT_OWNED = 'Mutex is unexpectedly not owned by thread';
/** The assertion of a recursive lock. */
const NOT_SELF = 'Assertion failed: lock->thread == IOThreadSelf()';

/** A mutex's slot, or undefined after the run has failed: it is none, or it was destroyed. */
function mutexSlot(k: Kernel, s: Int32Array, me: Context, mutex: Handle): number | undefined {
  const record = k.records.get(mutex);
  if (record?.kind !== 'mutex') {
    k.fail(s, me, 'violation', 'not-a-lock');
    return undefined;
  }
  if (s[record.slot] === L.GONE) {
    k.panic(s, me, DESTROYED);
    return undefined;
  }
  return record.slot;
}

/** The same, for what no interrupt handler may do: XNU's own check, which a release build lacks. What never waits is not checked. */
function slotForThread(k: Kernel, s: Int32Array, me: Context, mutex: Handle): number | undefined {
  const slot = mutexSlot(k, s, me, mutex);
  if (slot === undefined || me.kind !== 'interrupt' || k.options.build === 'release') return slot;
  k.panic(s, me, 'Attempt to take mutex in IRQ context');
  return undefined;
}

const isRecursive = (k: Kernel, mutex: Handle): boolean => {
  const creation = k.records.get(mutex)?.creation;
  return creation?.kind === 'mutex' && creation.recursive;
};

/** The index of a mutex's owner, or -1. */
export const ownerOf = (s: Int32Array, slot: number): number => (s[slot] >> L.OWNER_SHIFT) - 1;

/** Whether `me` could take the mutex now, or would panic trying. */
export function canTake(k: Kernel, s: Int32Array, me: Context, mutex: Handle): boolean {
  const record = k.records.get(mutex);
  if (record?.kind !== 'mutex' || s[record.slot] <= 0 || mustNotBlock(k, s, me)) return true;
  return ownerOf(s, record.slot) === me.index;
}

function take(k: Kernel, s: Int32Array, me: Context, mutex: Handle, slot: number, levels: number): void {
  s[slot] = ((me.index + 1) << L.OWNER_SHIFT) | ((s[slot] & L.LEVELS) + levels);
  k.listener?.({ type: 'lockTaken', lock: mutex, context: me.index, depth: s[slot] & L.LEVELS });
}

/** Takes one level more, unless there are too many to count; then the run has ended. */
function takeLevel(k: Kernel, s: Int32Array, me: Context, mutex: Handle, slot: number): boolean {
  if ((s[slot] & L.LEVELS) === L.LEVELS) {
    k.fail(s, me, 'violation', 'history-too-long');
    return false;
  }
  take(k, s, me, mutex, slot, 1);
  return true;
}

/** The slot of a recursive mutex that `me` owns: one level more touches no mutex. */
function ownedAgain(k: Kernel, s: Int32Array, me: Context, mutex: Handle): number | undefined {
  const record = k.records.get(mutex);
  if (record?.kind !== 'mutex' || !isRecursive(k, mutex)) return undefined;
  return s[record.slot] > 0 && ownerOf(s, record.slot) === me.index ? record.slot : undefined;
}

export function lock(k: Kernel, s: Int32Array, me: Context, effect: Lock): ValueId | 0 {
  const own = ownedAgain(k, s, me, effect.mutex);
  if (own !== undefined) return takeLevel(k, s, me, effect.mutex, own) ? k.nothing : 0;
  const slot = slotForThread(k, s, me, effect.mutex);
  if (slot === undefined) return 0;
  if (holdsSpin(k, s, me) && k.options.build !== 'release') {
    return k.panic(s, me, 'Attempt to take mutex with preemption disabled');
  }
  if (s[slot] !== 0 && ownerOf(s, slot) !== me.index) return blocksAtInterruptLevel(k, s, me);
  if (s[slot] !== 0) return k.panic(s, me, 'Mutex is unexpectedly owned by thread');
  return takeLevel(k, s, me, effect.mutex, slot) ? k.nothing : 0;
}

export function tryLock(k: Kernel, s: Int32Array, me: Context, effect: TryLock): ValueId | 0 {
  const slot = mutexSlot(k, s, me, effect.mutex);
  if (slot === undefined) return 0;
  const mine = ownerOf(s, slot) === me.index && isRecursive(k, effect.mutex);
  if (s[slot] !== 0 && !mine) return k.no;
  return takeLevel(k, s, me, effect.mutex, slot) ? k.yes : 0;
}

export function unlock(k: Kernel, s: Int32Array, me: Context, effect: Unlock): ValueId | 0 {
  const slot = mutexSlot(k, s, me, effect.mutex);
  if (slot === undefined) return 0;
  if (ownerOf(s, slot) !== me.index) return unlockOther(k, s, me, effect.mutex, slot);
  s[slot] = (s[slot] & L.LEVELS) === 1 ? 0 : s[slot] - 1;
  k.listener?.({ type: 'lockReleased', lock: effect.mutex, context: me.index, depth: s[slot] & L.LEVELS });
  return k.nothing;
}

/**
 * Gives back a level of what another has, or nobody. A recursive mutex counts down without a look at its owner, unless assertions look;
 * it is the mutex inside that does, when the last level goes.
 */
function unlockOther(k: Kernel, s: Int32Array, me: Context, mutex: Handle, slot: number): ValueId | 0 {
  const recursive = isRecursive(k, mutex);
  if (recursive && k.options.build !== 'release') return k.panic(s, me, NOT_SELF);
  if (!recursive || (s[slot] & L.LEVELS) === 1) return k.panic(s, me, NOT_OWNED);
  if (s[slot] === 0) return k.nothing;
  s[slot] -= 1;
  k.listener?.({ type: 'lockReleased', lock: mutex, context: ownerOf(s, slot), depth: s[slot] & L.LEVELS });
  return k.nothing;
}

export function holds(k: Kernel, s: Int32Array, me: Context, effect: Holds): ValueId | 0 {
  const slot = mutexSlot(k, s, me, effect.mutex);
  if (slot === undefined) return 0;
  return ownerOf(s, slot) === me.index ? k.yes : k.no;
}

export function destroy(k: Kernel, s: Int32Array, me: Context, effect: DestroyMutex): ValueId | 0 {
  const slot = slotForThread(k, s, me, effect.mutex);
  if (slot === undefined) return 0;
  // Whoever is about to take a free mutex is no waiter: he panics when he does.
  if (s[slot] !== 0) {
    const waited = k.contexts.some((other) => other !== me && waitsFor(k, s, other, effect.mutex));
    return k.panic(s, me, waited ? 'Mutex to destroy still has waiters' : DESTROYED);
  }
  s[slot] = L.GONE;
  return k.nothing;
}

function waitsFor(k: Kernel, s: Int32Array, c: Context, mutex: Handle): boolean {
  const status = s[c.slot + L.STATUS];
  const phase = status & L.PHASE;
  if (status & L.FRESH || (phase !== L.RUNNING && phase !== L.WOKEN)) return false;
  const pending = k.pending(s, c);
  const takes = pending.type === 'lock' || (pending.type === 'sleep' && phase === L.WOKEN);
  return takes && pending.mutex === mutex;
}

/** lck_mtx_sleep: joins the queue and gives the mutex back in one step; see `resume` for the way out. */
export function sleep(k: Kernel, s: Int32Array, me: Context, effect: Sleep): ValueId | 0 {
  const slot = slotForThread(k, s, me, effect.mutex);
  if (slot === undefined) return 0;
  const owned = ownerOf(s, slot) === me.index;
  if (!owned && isRecursive(k, effect.mutex) && k.options.build !== 'release') {
    return k.panic(s, me, NOT_SELF);
  }
  if (!mayWait(k, s, me, effect)) return 0;
  if (isRefused(s, me, effect.interruptible)) return k.values.intern(THREAD_INTERRUPTED);
  if (!owned) return k.panic(s, me, NOT_OWNED);
  const depth = s[slot] & L.LEVELS;
  fallAsleep(k, s, me, effect);
  s[me.slot + L.STATUS] = (s[me.slot + L.STATUS] & ~L.DEPTH_MASK) | (depth << L.DEPTH_SHIFT);
  s[slot] = 0;
  k.listener?.({ type: 'lockReleased', lock: effect.mutex, context: me.index, depth: 0 });
  return 0;
}

/** A woken context goes on: it takes its mutex back with all levels, or goes on in its continuation. */
export function resume(k: Kernel, s: Int32Array, me: Context): void {
  const effect = k.pending(s, me);
  const result = takeResult(s, me);
  if (effect.type === 'sleep') {
    const slot = mutexSlot(k, s, me, effect.mutex);
    if (slot === undefined) return;
    take(k, s, me, effect.mutex, slot, (s[me.slot + L.STATUS] & L.DEPTH_MASK) >> L.DEPTH_SHIFT);
    s[me.slot + L.STATUS] &= ~L.DEPTH_MASK;
  }
  k.setPhase(s, me, L.RUNNING);
  if (effect.type === 'block' && effect.continuation !== k.nothing) {
    return k.enter(s, me, effect.continuation, effect.arguments);
  }
  k.proceed(s, me, k.values.intern(result));
}
