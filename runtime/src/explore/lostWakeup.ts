import { canStep, layout, type Context, type Kernel } from '../kernel/index.ts';
import { THREAD_AWAKENED, wake } from '../kernel/wake.ts';
import { copy } from './macroStep.ts';

const LONG_ENOUGH = 1000;

/**
 * Decided on the state: wake the sleeper once for free and let it run alone. If it does not go back to sleep on the same event,
 * its condition already held or it had none. `scratch` is overwritten.
 */
export function missesItsWakeup(k: Kernel, s: Int32Array, sleeper: Context, scratch: Int32Array): boolean {
  const event = s[sleeper.slot + layout.EVENT];
  copy(s, scratch, k.records.width);
  wake(k, scratch, sleeper, THREAD_AWAKENED);
  for (let i = 0; i < LONG_ENOUGH && canStep(k, scratch, sleeper); i++) {
    k.step(scratch, sleeper.index << 8);
    const status = scratch[sleeper.slot + layout.STATUS];
    if (scratch[layout.FAILED] !== 0 || status & layout.FRESH) return true;
    if ((status & layout.PHASE) === layout.DONE) return true;
    if ((status & layout.PHASE) === layout.ASLEEP) return scratch[sleeper.slot + layout.EVENT] !== event;
  }
  // it spins, which is not sleeping; or it waits for a lock, and nobody can say
  return canStep(k, scratch, sleeper);
}
