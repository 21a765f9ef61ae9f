import type { Effect, ValueId } from '../effects/index.ts';
import * as callouts from './callouts.ts';
import { compareAndSwap, load, store, update } from './cells.ts';
import { intervalToDeadline, now } from './clock.ts';
import type { Context } from './contexts.ts';
import { access } from './devices.ts';
import { drains } from './drains.ts';
import { drain } from './flush.ts';
import * as interrupts from './interrupts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';
import * as mutexes from './mutexes.ts';
import * as objects from './objects.ts';
import * as spinLocks from './spinLocks.ts';
import * as threads from './threads.ts';
import * as waits from './waits.ts';

/**
 * Performs one effect and returns its answer; 0 means there is none yet: the context sleeps, ended, or has failed.
 * The caller has made sure that the effect is enabled.
 */
export function answer(
  k: Kernel,
  s: Int32Array,
  me: Context,
  effect: Effect,
  alternative: number,
): ValueId | 0 {
  if (k.buffers && drains(k, s, me, effect)) {
    drain(k, s, me);
    if (s[L.FAILED] !== 0) return 0;
  }
  switch (effect.type) {
    case 'load':
      return load(k, s, me, effect);
    case 'store':
      return store(k, s, me, effect);
    case 'update':
      return update(k, s, me, effect);
    case 'compareAndSwap':
      return compareAndSwap(k, s, me, effect);
    case 'fence':
      return k.nothing;
    case 'lock':
      return mutexes.lock(k, s, me, effect);
    case 'tryLock':
      return mutexes.tryLock(k, s, me, effect);
    case 'unlock':
      return mutexes.unlock(k, s, me, effect);
    case 'holds':
      return mutexes.holds(k, s, me, effect);
    case 'destroyMutex':
      return mutexes.destroy(k, s, me, effect);
    case 'lockSpin':
      return spinLocks.lockSpin(k, s, me, effect);
    case 'tryLockSpin':
      return spinLocks.tryLockSpin(k, s, me, effect);
    case 'unlockSpin':
      return spinLocks.unlockSpin(k, s, me, effect);
    case 'destroySpin':
      return spinLocks.destroySpin(k, s, me, effect);
    case 'atInterruptLevel':
      return me.kind === 'interrupt' ? k.yes : k.no;
    case 'sleep':
      return mutexes.sleep(k, s, me, effect);
    case 'assertWait':
      return waits.assertWait(k, s, me, effect);
    case 'assertWaitUnless':
      return waits.assertWaitUnless(k, s, me, effect);
    case 'block':
      return waits.block(k, s, me, effect);
    case 'wakeup':
      return waits.wakeup(k, s, me, effect, alternative);
    case 'storeAndWakeup':
      return waits.storeAndWakeup(k, s, me, effect);
    case 'currentThread':
      return me.value;
    case 'startThread':
      return threads.start(k, s, me, effect);
    case 'terminateThread':
      return threads.terminate(k, s, me, effect);
    case 'abortThread':
      return threads.abort(k, s, me, effect);
    case 'retain':
      return objects.retain(k, s, me, effect);
    case 'release':
      return objects.release(k, s, me, effect);
    case 'freed':
      return objects.freed(k, s, me, effect);
    case 'now':
      return now(k, s);
    case 'intervalToDeadline':
      return intervalToDeadline(k, s, effect);
    case 'deadlineIn':
      return callouts.deadlineIn(k, s, me, effect);
    case 'deadlineAt':
      return callouts.deadlineAt(k, s, me, effect);
    case 'rememberDeadline':
    case 'forgetDeadline':
      return callouts.remember(k, s, me, effect);
    case 'recallDeadline':
      return callouts.recall(k, s, me, effect);
    case 'enterCallout':
      return callouts.enter(k, s, me, effect);
    case 'generation':
      return callouts.generation(k, s, me, effect);
    case 'cancelCallout':
      return callouts.cancel(k, s, me, effect);
    case 'waitForCallout':
      return callouts.waitFor(k, s, me, effect);
    case 'freeCallout':
      return callouts.free(k, s, me, effect);
    case 'registerInterrupt':
      return interrupts.register(k, s, effect);
    case 'unregisterInterrupt':
    case 'enableInterrupt':
    case 'disableInterrupt':
      return interrupts.control(k, s, effect);
    case 'interruptType':
      return interrupts.type(k, effect);
    case 'device':
      return access(k, s, me, effect);
    case 'panic':
      return k.panic(s, me, effect.message);
    case 'return':
    case 'throw':
    case 'violation':
      throw new Error(`internal bug: ${effect.type} is pending`);
  }
}
