import { layout, ownerOf, type Context, type Kernel } from '../kernel/index.ts';
import type { Failure } from './verdict.ts';

/** Who owns the mutex that a context cannot take, if it waits for one. */
export function waitsFor(k: Kernel, s: Int32Array, c: Context): Context | undefined {
  const phase = s[c.slot + layout.STATUS] & layout.PHASE;
  if (phase !== layout.RUNNING && phase !== layout.WOKEN) return undefined;
  const effect = k.pending(s, c);
  if (effect.type !== 'lock' && effect.type !== 'sleep') return undefined;
  if ((effect.type === 'lock') !== (phase === layout.RUNNING)) return undefined;
  const record = k.records.get(effect.mutex);
  if (record?.kind !== 'mutex' || s[record.slot] <= 0) return undefined;
  const owner = k.contexts[ownerOf(s, record.slot)];
  return owner === c ? undefined : owner;
}

/** A closed cycle of mutex owners, each waiting for the next one's mutex; empty if there is none. */
export function ownerCycle(k: Kernel, s: Int32Array): Context[] {
  for (const start of k.contexts) {
    const cycle = [start];
    for (let c = waitsFor(k, s, start); c && cycle.length <= k.contexts.length; c = waitsFor(k, s, c)) {
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
