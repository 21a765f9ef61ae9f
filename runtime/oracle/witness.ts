import type { Everything } from './explore.ts';
import type { Machine } from './machine.ts';

/** A run, told as the oracle tells its own. */
export interface Witness {
  /** Who moves, and how often: `A*2 IRQ0 W:wl1*3`. */
  readonly schedule: string;
  /** What each does: `A: load, lk | W:wl1: go`. The words are those of replay tokens. */
  readonly trace: string;
}

/** The run that first reached a state. */
export function witnessOf(machine: Machine, everything: Everything, state: number): Witness {
  const s = machine.initial.slice();
  const turns: { readonly who: string; readonly what: string[] }[] = [];
  for (const move of everything.wayTo(state)) {
    const { who, what } = machine.describe(s, move);
    const last = turns.at(-1);
    if (last?.who === who) last.what.push(what);
    else turns.push({ who, what: [what] });
    machine.step(s, move);
  }
  return {
    schedule: turns.map(({ who, what }) => (what.length > 1 ? `${who}*${what.length}` : who)).join(' '),
    trace: turns.map(({ who, what }) => `${who}: ${what.join(', ')}`).join(' | '),
  };
}
