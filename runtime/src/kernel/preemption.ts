import type { Context } from './contexts.ts';
import { canStep } from './enabled.ts';
import type { Kernel } from './kernel.ts';
import { inMidCall } from './pending.ts';

const LONGEST_SPIN = 64;

/**
 * Whether it is a preemption to let another context move in this state: this one could go on, in the middle of a call, and not only spin.
 *
 * @param scratch as long as any state; it is written
 */
export function isPreempted(k: Kernel, s: Int32Array, c: Context, scratch: Int32Array): boolean {
  if (c.kind === 'clock' || c.kind === 'device') return false;
  return inMidCall(s, c) && canStep(k, s, c) && !spins(k, s, c, scratch);
}

/** Whether the context, alone, only comes back to this very state. */
function spins(k: Kernel, s: Int32Array, c: Context, scratch: Int32Array): boolean {
  const { width } = k.records;
  for (let i = 0; i < width; i++) scratch[i] = s[i];
  for (let i = 0; i < LONGEST_SPIN && inMidCall(scratch, c) && canStep(k, scratch, c); i++) {
    k.step(scratch, c.index << 8);
    if (k.records.width === width && same(s, scratch, width)) return true;
  }
  return false;
}

function same(s: Int32Array, other: Int32Array, width: number): boolean {
  for (let i = 0; i < width; i++) if (s[i] !== other[i]) return false;
  return true;
}
