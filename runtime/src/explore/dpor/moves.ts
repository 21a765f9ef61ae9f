import {
  canStep,
  deviceMoves,
  enabled,
  isIdle,
  layout as L,
  type Context,
  type Kernel,
  type PackedChoice,
} from '../../kernel/index.ts';
import { Refused } from './refused.ts';

const phaseOf = (s: Int32Array, c: Context): number => s[c.slot + L.STATUS] & L.PHASE;

/** In how many ways a context can move. Throws Refused where it may and need not. */
export function alternativesOf(k: Kernel, s: Int32Array, c: Context): number {
  if (c.kind === 'clock' || s[L.FAILED] !== 0) return 0;
  if (c.kind === 'device') {
    const moves = deviceMoves(k, s, c);
    if (moves.some(({ must }) => !must)) throw new Refused('may-steps');
    return moves.length;
  }
  if (!canStep(k, s, c)) return 0;
  if (phaseOf(s, c) !== L.RUNNING || k.pending(s, c).type !== 'wakeup') return 1;
  const choices: PackedChoice[] = [];
  enabled(k, s, choices);
  return choices.filter((choice) => choice >> 8 === c.index).length;
}

/** Whether a context that cannot move where a run ends has a step that it may have been able to take before. */
export function mayBeWaiting(s: Int32Array, c: Context): boolean {
  if (c.kind === 'clock' || c.kind === 'callout') return false;
  const phase = phaseOf(s, c);
  return c.kind === 'device' || isIdle(c, phase) || phase === L.RUNNING || phase === L.WOKEN;
}

/** The thread that a step has started. */
export function startedBetween(k: Kernel, before: Int32Array, after: Int32Array): number | undefined {
  const isNew = (c: Context): boolean =>
    c.kind === 'daemon' && phaseOf(before, c) === L.ABSENT && phaseOf(after, c) !== L.ABSENT;
  return k.contexts.find(isNew)?.index;
}
