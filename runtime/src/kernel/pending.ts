import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';

/** What a context is about to do to a plain cell: cell * 2, plus 1 for a write; 0 if its next step touches none. */
export function plainAccess(k: Kernel, s: Int32Array, c: Context): number {
  if ((s[c.slot + L.STATUS] & L.PHASE) !== L.RUNNING) return 0;
  const effect = k.pending(s, c);
  if (effect.type !== 'load' && effect.type !== 'store') return 0;
  const creation = k.records.get(effect.cell)?.creation;
  if (creation?.kind !== 'cell' || (creation.cell !== 'plain' && creation.cell !== 'list')) return 0;
  return effect.cell * 2 + (effect.type === 'store' ? 1 : 0);
}

/** Whether a context is in the middle of a call, and neither asleep nor about to begin or return. */
export function inMidCall(s: Int32Array, c: Context): boolean {
  const status = s[c.slot + L.STATUS];
  return (status & L.PHASE) === L.RUNNING && !(status & (L.FRESH | L.RETURNING));
}

/** Whether a client has returned from all its calls. */
export const isDone = (s: Int32Array, c: Context): boolean => (s[c.slot + L.STATUS] & L.PHASE) === L.DONE;
