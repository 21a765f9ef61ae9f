import { timeLeft, nextToExpire } from './clock.ts';
import { canBegin, mustWaitForCallout } from './callouts.ts';
import { isIdle, type Context, type Guard } from './contexts.ts';
import { deviceMoves } from './devices.ts';
import { canDeliver, mustWaitForHandler } from './interrupts.ts';
import { isReturning } from './flush.ts';
import type { Kernel, PackedChoice } from './kernel.ts';
import * as L from './layout.ts';
import { canTake } from './mutexes.ts';
import { canTakeSpin } from './spinLocks.ts';
import { FLUSH } from './storeBuffers.ts';
import { candidates } from './waits.ts';

/** Fills `out` with every choice of a state, in a fixed order; none after the run has failed. Returns how many. */
export function enabled(k: Kernel, s: Int32Array, out: PackedChoice[]): number {
  let n = 0;
  let helped = false;
  if (s[L.FAILED] !== 0) return (out.length = 0);
  for (const c of k.contexts) {
    if (c.kind === 'clock') continue;
    if (c.kind === 'device') {
      const moves = deviceMoves(k, s, c);
      for (let i = 0; i < moves.length; i++) {
        out[n++] = (c.index << 8) | i;
        helped ||= moves[i].must;
      }
      continue;
    }
    const alternatives = alternativesOf(k, s, c);
    for (let i = 0; i < alternatives; i++) out[n++] = (c.index << 8) | i;
    const waits = k.buffers !== undefined && s[c.slot + L.BUFFER] !== 0;
    if (waits) out[n++] = (c.index << 8) | FLUSH;
    helped ||= waits || alternatives > 0;
  }
  const left = timeLeft(k, s);
  if (left !== Infinity && (k.options.time === 'any' || !helped || left === 0)) {
    const { length } = nextToExpire(k, s).waiters;
    for (let i = 0; i < length; i++) out[n++] = (k.clock.index << 8) | i;
  }
  if (out.length !== n) out.length = n;
  return n;
}

/** A may-step is explored but never counts as help: what a device might do, and need not. */
export function isMayStep(k: Kernel, s: Int32Array, choice: PackedChoice): boolean {
  const c = k.contexts[choice >> 8];
  return c?.kind === 'device' && deviceMoves(k, s, c)[choice & 255]?.must === false;
}

/** Whether a thread or a handler can take a step now. */
export function canStep(k: Kernel, s: Int32Array, c: Context): boolean {
  return s[L.FAILED] === 0 && (isReturning(s, c) || alternativesOf(k, s, c) > 0);
}

/** In how many ways a thread or a handler can take its next step; 0 if it must wait. */
function alternativesOf(k: Kernel, s: Int32Array, c: Context): number {
  const status = s[c.slot + L.STATUS];
  const phase = status & L.PHASE;
  if (isIdle(c, phase)) return canStart(s, c) ? 1 : 0;
  if (phase !== L.RUNNING && phase !== L.WOKEN) return 0;
  const effect = k.pending(s, c);
  if (phase === L.WOKEN) return effect.type !== 'sleep' || canTake(k, s, c, effect.mutex) ? 1 : 0;
  if (status & L.FRESH && !guardHolds(k, s, c)) return 0;
  switch (effect.type) {
    case 'lock':
      return canTake(k, s, c, effect.mutex) ? 1 : 0;
    case 'return':
      return 0;
    case 'lockSpin':
      return canTakeSpin(k, s, effect.spinLock) ? 1 : 0;
    case 'waitForCallout':
      return mustWaitForCallout(k, s, c, effect) ? 0 : 1;
    case 'wakeup':
      return effect.oneThread ? Math.max(1, candidates(k, s, effect.event)) : 1;
    case 'disableInterrupt':
    case 'unregisterInterrupt':
      return mustWaitForHandler(k, s, c, effect) ? 0 : 1;
    default:
      return 1;
  }
}

/** Whether an interrupt is there to be delivered, or a thread call to begin. */
function canStart(s: Int32Array, c: Context): boolean {
  return c.callout ? canBegin(s, c, c.callout) : c.line !== undefined && canDeliver(s, c.line);
}

/** Whether the moment has come that the call a thread stands before waits for. */
export function guardHolds(k: Kernel, s: Int32Array, c: Context): boolean {
  const guard = c.calls[s[c.slot + L.CALL] >> 16]?.guard;
  return !guard || holdsNow(k, s, guard);
}

function holdsNow(k: Kernel, s: Int32Array, guard: Guard): boolean {
  for (const name of guard.threads) if (!isAsleep(k, s, name)) return false;
  return true;
}

function isAsleep(k: Kernel, s: Int32Array, name: string): boolean {
  for (const c of k.contexts) if (c.name === name) return (s[c.slot + L.STATUS] & L.PHASE) === L.ASLEEP;
  return false;
}
