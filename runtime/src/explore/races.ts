import { canStep, layout, plainAccess, type Context, type Kernel } from '../kernel/index.ts';
import type { Failure } from './verdict.ts';

/** Two contexts whose next steps access one plain cell, and one of them writes. */
export interface Race {
  readonly cell: number;
  readonly first: Context;
  readonly second: Context;
}

/** Reports every data race of a state. No clocks are needed: all states are looked at. */
export function races(k: Kernel, s: Int32Array, report: (race: Race) => void): void {
  for (let i = 0; i < k.contexts.length; i++) {
    const one = accessOf(k, s, k.contexts[i]);
    if (one === 0) continue;
    for (let j = i + 1; j < k.contexts.length; j++) {
      const other = accessOf(k, s, k.contexts[j]);
      if (other >> 1 === one >> 1 && (one | other) & 1) {
        report({ cell: one >> 1, first: k.contexts[i], second: k.contexts[j] });
      }
    }
  }
}

/** The plain access of a context's next step, unless its call still waits for its moment. */
function accessOf(k: Kernel, s: Int32Array, c: Context): number {
  const access = plainAccess(k, s, c);
  if (access === 0 || !(s[c.slot + layout.STATUS] & layout.FRESH)) return access;
  return canStep(k, s, c) ? access : 0;
}

export const raceFailure = (k: Kernel, race: Race): Failure => ({
  kind: 'data-race',
  code: 'data-race',
  data: {
    cell: k.records.get(race.cell)?.label ?? '',
    first: race.first.name,
    second: race.second.name,
  },
  context: race.first.name,
});
