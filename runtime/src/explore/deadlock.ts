import { interruptsOff, layout, mustNotBlock, ownerOf, type Context, type Kernel } from '../kernel/index.ts';
import type { Failure } from './verdict.ts';

/** Who owns the mutex or spin lock that a context cannot take, if it waits for one. Who spins for his own waits for himself. */
export function waitsFor(k: Kernel, s: Int32Array, c: Context): Context | undefined {
  const phase = s[c.slot + layout.STATUS] & layout.PHASE;
  if (phase !== layout.RUNNING && phase !== layout.WOKEN) return undefined;
  const effect = k.pending(s, c);
  if (effect.type === 'lockSpin') return spinsFor(k, s, c);
  if (effect.type !== 'lock' && effect.type !== 'sleep') return undefined;
  if ((effect.type === 'lock') !== (phase === layout.RUNNING)) return undefined;
  const record = k.records.get(effect.mutex);
  // who must not wait for it panics instead
  if (record?.kind !== 'mutex' || s[record.slot] <= 0 || mustNotBlock(k, s, c)) return undefined;
  const owner = k.contexts[ownerOf(s, record.slot)];
  return owner === c ? undefined : owner;
}

/** Who owns the spin lock that a context is about to take. */
function spinsFor(k: Kernel, s: Int32Array, c: Context): Context | undefined {
  if ((s[c.slot + layout.STATUS] & layout.PHASE) !== layout.RUNNING) return undefined;
  const effect = k.pending(s, c);
  const record = effect.type === 'lockSpin' ? k.records.get(effect.spinLock) : undefined;
  return record?.kind === 'spinLock' ? k.contexts[ownerOf(s, record.slot)] : undefined;
}

/**
 * The handler that spins for what a thread holds with its processor's interrupts on. It may run on that very processor: then the thread
 * goes on only after it.
 */
function interruptedBy(k: Kernel, s: Int32Array, c: Context): Context | undefined {
  if (k.spinLocks.length === 0 || interruptsOff(s, c)) return undefined;
  return k.contexts.find((other) => other.kind === 'interrupt' && spinsFor(k, s, other) === c);
}

/** Who must go on before a context can: the owner of the lock that it waits for, or a handler that may have interrupted it. */
export const goesOnAfter = (k: Kernel, s: Int32Array, c: Context): Context | undefined =>
  waitsFor(k, s, c) ?? interruptedBy(k, s, c);

/** A closed cycle of owners, each waiting for the next one's lock; empty if there is none. */
export function ownerCycle(k: Kernel, s: Int32Array): Context[] {
  for (const start of k.contexts) {
    const cycle = [start];
    for (let c = goesOnAfter(k, s, start); c && cycle.length <= k.contexts.length; c = goesOnAfter(k, s, c)) {
      if (c === start) return cycle;
      cycle.push(c);
    }
  }
  return [];
}

export const deadlockFailure = (cycle: readonly Context[]): Failure => ({
  kind: 'deadlock',
  code: 'deadlock',
  data: { threads: cycle.map((c) => c.name).join(', ') },
  ...(cycle[0] && { context: cycle[0].name }),
});
