import type { Effect, Handle } from '../effects/index.ts';
import {
  canStep,
  deviceMoves,
  guardHolds,
  isIdle,
  isPending,
  layout as L,
  ownerOf,
  type Context,
  type Kernel,
} from '../kernel/index.ts';
import { label } from './show.ts';
import type { Blocked, Held } from './types.ts';

/** Why a context cannot take a step in this state, or undefined if it can, or is not there. The clock and setup are nobody. */
export function whyBlocked(k: Kernel, s: Int32Array, c: Context): Blocked | undefined {
  const context = c.name;
  if (c === k.clock || c === k.setup) return undefined;
  if (c.kind === 'device') return deviceMoves(k, s, c).length > 0 ? undefined : { context, why: 'idle' };
  if (canStep(k, s, c)) return undefined;
  const status = s[c.slot + L.STATUS];
  const phase = status & L.PHASE;
  if (isIdle(c, phase)) {
    return { context, why: c.line && isPending(s, c.line) ? 'masked' : 'idle' };
  }
  if (phase === L.ASLEEP) return { context, why: 'asleep', on: label(k, s[c.slot + L.EVENT]) };
  if (phase === L.DONE) return { context, why: 'finished' };
  // a thread that some other run has started, or will
  if (phase === L.ABSENT) return undefined;
  if (status & L.FRESH && !guardHolds(k, s, c)) return { context, why: 'notStarted' };
  const effect = k.pending(s, c);
  const lock = lockOf(effect);
  const owner = lock === undefined ? undefined : k.contexts[ownerOf(s, k.records.get(lock)?.slot ?? 0)];
  // after a panic nobody moves; only who needs what another one has was waiting
  if (s[L.FAILED] !== 0 && (!owner || owner === c)) return undefined;
  if (effect.type === 'disableInterrupt' || effect.type === 'unregisterInterrupt') {
    return { context, why: 'waitsForHandler', on: label(k, effect.provider) };
  }
  if (effect.type === 'waitForCallout') {
    return { context, why: 'waitsForHandler', on: label(k, effect.callout) };
  }
  if (lock === undefined) return { context, why: 'idle' };
  return { context, why: 'waitsForLock', on: label(k, lock), ...(owner && { owner: owner.name }) };
}

/** The lock that an effect takes, if it takes one. */
export function lockOf(effect: Effect): Handle | undefined {
  if (effect.type === 'lockSpin') return effect.spinLock;
  return effect.type === 'lock' || effect.type === 'sleep' ? effect.mutex : undefined;
}

/** Everyone who cannot move. */
export function allBlocked(k: Kernel, s: Int32Array): Blocked[] {
  return k.contexts.flatMap((c) => whyBlocked(k, s, c) ?? []);
}

/** Every lock that somebody holds. */
export function heldLocks(k: Kernel, s: Int32Array): Held[] {
  const held: Held[] = [];
  k.records.all.forEach((record, handle) => {
    if ((record?.kind !== 'mutex' && record?.kind !== 'spinLock') || s[record.slot] <= 0) return;
    const owner = k.contexts[ownerOf(s, record.slot)];
    held.push({ lock: label(k, handle), owner: owner?.name ?? '', depth: s[record.slot] & L.LEVELS });
  });
  return held;
}
