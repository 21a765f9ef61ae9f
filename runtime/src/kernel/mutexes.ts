import type { DestroyMutex, Handle, Holds, Lock, Sleep, TryLock, Unlock, ValueId } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';
import { fallAsleep } from './waits.ts';
import { refusal, wakeResult } from './wake.ts';

/** A mutex's slot, or undefined after the run has failed. Taking any mutex at interrupt level is a panic. */
function mutexSlot(k: Kernel, s: Int32Array, me: Context, mutex: Handle): number | undefined {
  const record = k.records.get(mutex);
  if (record?.kind !== 'mutex') {
    k.fail(s, me, 'violation', 'not-a-lock');
    return undefined;
  }
  if (s[record.slot] === L.GONE) {
    k.panic(s, me, 'Invalid/destroyed mutex');
    return undefined;
  }
  if (me.kind === 'interrupt') {
    k.panic(s, me, 'Attempt to take mutex in IRQ context');
    return undefined;
  }
  return record.slot;
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
  if (record?.kind !== 'mutex' || s[record.slot] <= 0 || me.kind === 'interrupt') return true;
  return ownerOf(s, record.slot) === me.index;
}

function take(k: Kernel, s: Int32Array, me: Context, mutex: Handle, slot: number, levels: number): void {
  s[slot] = ((me.index + 1) << L.OWNER_SHIFT) | ((s[slot] & L.LEVELS) + levels);
  k.listener?.({ type: 'lockTaken', lock: mutex, context: me.index, depth: s[slot] & L.LEVELS });
}

export function lock(k: Kernel, s: Int32Array, me: Context, effect: Lock): ValueId | 0 {
  const slot = mutexSlot(k, s, me, effect.mutex);
  if (slot === undefined) return 0;
  if (s[slot] !== 0 && !isRecursive(k, effect.mutex)) {
    return k.panic(s, me, 'Mutex is unexpectedly owned by thread');
  }
  take(k, s, me, effect.mutex, slot, 1);
  return k.values.intern(undefined);
}

export function tryLock(k: Kernel, s: Int32Array, me: Context, effect: TryLock): ValueId | 0 {
  const slot = mutexSlot(k, s, me, effect.mutex);
  if (slot === undefined) return 0;
  const mine = ownerOf(s, slot) === me.index && isRecursive(k, effect.mutex);
  const free = s[slot] === 0;
  if (free || mine) take(k, s, me, effect.mutex, slot, 1);
  return k.values.intern(free || mine);
}

export function unlock(k: Kernel, s: Int32Array, me: Context, effect: Unlock): ValueId | 0 {
  const slot = mutexSlot(k, s, me, effect.mutex);
  if (slot === undefined) return 0;
  if (ownerOf(s, slot) !== me.index) return k.panic(s, me, 'Mutex is unexpectedly not owned');
  s[slot] = (s[slot] & L.LEVELS) === 1 ? 0 : s[slot] - 1;
  k.listener?.({ type: 'lockReleased', lock: effect.mutex, context: me.index, depth: s[slot] & L.LEVELS });
  return k.values.intern(undefined);
}

export function holds(k: Kernel, s: Int32Array, me: Context, effect: Holds): ValueId | 0 {
  const record = k.records.get(effect.mutex);
  if (record?.kind !== 'mutex') {
    k.fail(s, me, 'violation', 'not-a-lock');
    return 0;
  }
  return k.values.intern(s[record.slot] > 0 && ownerOf(s, record.slot) === me.index);
}

export function destroy(k: Kernel, s: Int32Array, me: Context, effect: DestroyMutex): ValueId | 0 {
  const slot = mutexSlot(k, s, me, effect.mutex);
  if (slot === undefined) return 0;
  // Whoever is about to take a free mutex is no waiter: he panics when he does.
  if (s[slot] !== 0) {
    const waited = k.contexts.some((other) => other !== me && waitsFor(k, s, other, effect.mutex));
    return k.panic(s, me, waited ? 'Mutex to destroy still has waiters' : 'Mutex to destroy is still owned');
  }
  s[slot] = L.GONE;
  return k.values.intern(undefined);
}

function waitsFor(k: Kernel, s: Int32Array, c: Context, mutex: Handle): boolean {
  const phase = s[c.slot + L.STATUS] & L.PHASE;
  if (phase !== L.RUNNING && phase !== L.WOKEN) return false;
  const pending = k.pending(s, c);
  const takes = pending.type === 'lock' || (pending.type === 'sleep' && phase === L.WOKEN);
  return takes && pending.mutex === mutex;
}

/** lck_mtx_sleep: joins the queue and gives the mutex back in one step; see `resume` for the way out. */
export function sleep(k: Kernel, s: Int32Array, me: Context, effect: Sleep): ValueId | 0 {
  const slot = mutexSlot(k, s, me, effect.mutex);
  if (slot === undefined) return 0;
  if (ownerOf(s, slot) !== me.index) return k.panic(s, me, 'Mutex is unexpectedly not owned');
  const refused = refusal(s, me, effect.interruptible);
  if (refused !== 0) return k.values.intern(refused);
  const depth = s[slot] & L.LEVELS;
  if (!fallAsleep(k, s, me, effect, effect.mutex)) return 0;
  s[me.slot + L.STATUS] = (s[me.slot + L.STATUS] & ~L.DEPTH_MASK) | (depth << L.DEPTH_SHIFT);
  s[slot] = 0;
  k.listener?.({ type: 'lockReleased', lock: effect.mutex, context: me.index, depth: 0 });
  return 0;
}

/** A woken context goes on: it takes its mutex back with all levels, or goes on in its continuation. */
export function resume(k: Kernel, s: Int32Array, me: Context): void {
  const at = me.slot;
  const effect = k.pending(s, me);
  const result = wakeResult(s, me);
  if (effect.type === 'sleep') {
    const slot = mutexSlot(k, s, me, effect.mutex);
    if (slot === undefined) return;
    take(k, s, me, effect.mutex, slot, (s[at + L.STATUS] & L.DEPTH_MASK) >> L.DEPTH_SHIFT);
  }
  s[at + L.STATUS] &= ~(L.DEPTH_MASK | L.RESULT_MASK);
  k.setPhase(s, me, L.RUNNING);
  if (effect.type === 'block' && k.values.get(effect.continuation) !== undefined) {
    return k.enter(s, me, effect.continuation, effect.arguments);
  }
  k.proceed(s, me, k.values.intern(result));
}
