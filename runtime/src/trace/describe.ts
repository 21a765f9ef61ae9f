import type { Effect } from '../effects/index.ts';
import {
  FLUSH,
  deviceMoves,
  isIdle,
  layout as L,
  nextToExpire,
  waitingStores,
  type Context,
  type Kernel,
} from '../kernel/index.ts';
import { eventLabel, label, show, showId } from './show.ts';
import type { Shown } from './types.ts';

/** What a step is, before it is taken. */
export interface Description {
  readonly effect: string;
  readonly object?: string;
  readonly values?: readonly Shown[];
}

/** Describes the next step of a context in a state. */
export function describe(k: Kernel, s: Int32Array, c: Context, alternative: number): Description {
  if (c.kind === 'clock') {
    const waiter = nextToExpire(k, s).waiters[alternative];
    return { effect: 'expire', ...(waiter && { object: waiter.context.name }) };
  }
  if (alternative === FLUSH) {
    const [oldest] = waitingStores(k, s, c);
    return {
      effect: 'flush',
      ...(oldest && { object: label(k, oldest.cell), values: [showId(k, oldest.value)] }),
    };
  }
  if (c.kind === 'device')
    return { effect: deviceMoves(k, s, c)[alternative]?.what ?? 'move', object: c.name };
  const phase = s[c.slot + L.STATUS] & L.PHASE;
  if (isIdle(c, phase)) return { effect: c.callout ? 'begin' : 'deliver', object: c.name };
  const effect = k.pending(s, c);
  if (phase === L.WOKEN) {
    return effect.type === 'sleep'
      ? { effect: 'retake', object: label(k, effect.mutex) }
      : { effect: 'goOn' };
  }
  return describeEffect(k, effect);
}

/** Describes an effect. */
export function describeEffect(k: Kernel, effect: Effect): Description {
  const type = effect.type;
  switch (effect.type) {
    case 'load':
      return { effect: type, object: label(k, effect.cell) };
    case 'store':
      return { effect: type, object: label(k, effect.cell), values: [showId(k, effect.value)] };
    case 'update':
      return { effect: effect.how, object: label(k, effect.cell), values: [showId(k, effect.operand)] };
    case 'compareAndSwap':
      return {
        effect: type,
        object: label(k, effect.cell),
        values: [showId(k, effect.expected), showId(k, effect.value)],
      };
    case 'lock':
    case 'tryLock':
    case 'unlock':
    case 'holds':
    case 'destroyMutex':
      return { effect: type, object: label(k, effect.mutex) };
    case 'lockSpin':
    case 'tryLockSpin':
    case 'unlockSpin':
    case 'destroySpin':
      return { effect: type, object: label(k, effect.spinLock) };
    case 'deadlineIn':
      return { effect: type, values: [effect.interval] };
    case 'deadlineAt':
      return { effect: type, values: [effect.deadline] };
    case 'generation':
      return { effect: type, object: label(k, effect.callout), values: [effect.does] };
    case 'rememberDeadline':
    case 'forgetDeadline':
    case 'recallDeadline':
    case 'enterCallout':
    case 'cancelCallout':
    case 'waitForCallout':
    case 'freeCallout':
      return { effect: type, object: label(k, effect.callout) };
    case 'sleep':
    case 'assertWait':
    case 'wakeup':
      return { effect: type, object: eventLabel(k, effect.event) };
    case 'assertWaitUnless':
      return { effect: type, object: label(k, effect.cell) };
    case 'storeAndWakeup':
      return { effect: type, object: label(k, effect.cell), values: [showId(k, effect.value)] };
    case 'retain':
    case 'release':
    case 'freed':
      return { effect: type, object: label(k, effect.object) };
    case 'startThread':
      return { effect: type, object: effect.label };
    case 'terminateThread':
    case 'abortThread':
      return { effect: type, object: label(k, effect.thread) };
    case 'registerInterrupt':
    case 'unregisterInterrupt':
    case 'enableInterrupt':
    case 'disableInterrupt':
    case 'interruptType':
      return { effect: type, object: label(k, effect.provider), values: [effect.index] };
    case 'device': {
      const args = k.values.get(effect.arguments);
      const shown = Array.isArray(args) ? args.map((v) => show(k, v)) : [];
      return { effect: type, object: label(k, effect.device), values: [effect.operation, ...shown] };
    }
    default:
      return { effect: type };
  }
}
