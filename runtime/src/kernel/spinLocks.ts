import type { DestroySpin, Handle, LockSpin, TryLockSpin, UnlockSpin, ValueId } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';

/** A spin lock's slot, or undefined after the run has failed: it is none, or it was freed. */
function spinSlot(k: Kernel, s: Int32Array, me: Context, lock: Handle): number | undefined {
  const record = k.records.get(lock);
  if (record?.kind !== 'spinLock') {
    k.fail(s, me, 'violation', 'not-a-lock');
    return undefined;
  }
  if (s[record.slot] === L.GONE) {
    k.fail(s, me, 'panic', 'use-after-free', { object: lock });
    return undefined;
  }
  return record.slot;
}

/** Whether the lock is free; one that is none, or was freed, can be taken only by failing. */
export function canTakeSpin(k: Kernel, s: Int32Array, lock: Handle): boolean {
  const record = k.records.get(lock);
  return record?.kind !== 'spinLock' || s[record.slot] <= 0;
}

/** Whether a context holds any spin lock: it must not block then. */
export function holdsSpin(k: Kernel, s: Int32Array, c: Context): boolean {
  for (const slot of k.spinLocks) if (s[slot] >> L.OWNER_SHIFT === c.index + 1) return true;
  return false;
}

/** Whether nothing can interrupt a context on its own processor. */
export const interruptsOff = (s: Int32Array, c: Context): boolean =>
  c.kind === 'interrupt' || (s[c.slot + L.STATUS] & L.INTERRUPTS_OFF) !== 0;

/** In a handler they stay off. */
function setInterrupts(s: Int32Array, me: Context, on: boolean): void {
  if (on) s[me.slot + L.STATUS] &= ~L.INTERRUPTS_OFF;
  else if (me.kind !== 'interrupt') s[me.slot + L.STATUS] |= L.INTERRUPTS_OFF;
}

function take(k: Kernel, s: Int32Array, me: Context, lock: Handle, slot: number): void {
  s[slot] = ((me.index + 1) << L.OWNER_SHIFT) | 1;
  k.listener?.({ type: 'lockTaken', lock, context: me.index, depth: 1 });
}

export function lockSpin(k: Kernel, s: Int32Array, me: Context, effect: LockSpin): ValueId | 0 {
  const slot = spinSlot(k, s, me, effect.spinLock);
  if (slot === undefined) return 0;
  const before = interruptsOff(s, me) ? k.no : k.yes;
  if (effect.disablesInterrupts) setInterrupts(s, me, false);
  take(k, s, me, effect.spinLock, slot);
  return before;
}

export function tryLockSpin(k: Kernel, s: Int32Array, me: Context, effect: TryLockSpin): ValueId | 0 {
  const slot = spinSlot(k, s, me, effect.spinLock);
  if (slot === undefined) return 0;
  if (s[slot] !== 0) return k.no;
  take(k, s, me, effect.spinLock, slot);
  return k.yes;
}

export function unlockSpin(k: Kernel, s: Int32Array, me: Context, effect: UnlockSpin): ValueId | 0 {
  const slot = spinSlot(k, s, me, effect.spinLock);
  if (slot === undefined) return 0;
  if (s[slot] >> L.OWNER_SHIFT !== me.index + 1) return k.panic(s, me, 'Spinlock is unexpectedly not owned');
  s[slot] = 0;
  if (effect.interrupts !== k.nothing) setInterrupts(s, me, effect.interrupts === k.yes);
  k.listener?.({ type: 'lockReleased', lock: effect.spinLock, context: me.index, depth: 0 });
  return k.nothing;
}

export function destroySpin(k: Kernel, s: Int32Array, me: Context, effect: DestroySpin): ValueId | 0 {
  const slot = spinSlot(k, s, me, effect.spinLock);
  if (slot === undefined) return 0;
  if (s[slot] !== 0) return k.panic(s, me, 'Spinlock to destroy is still owned');
  s[slot] = L.GONE;
  return k.nothing;
}
