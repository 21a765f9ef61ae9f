import type { Effect, Handle } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';
import { ownerOf } from './mutexes.ts';
import { isBuffered } from './storeBuffers.ts';

/**
 * Whether an effect begins by draining the buffer: all but loads, buffered stores, questions that only read, and the inner levels of a
 * recursive mutex, which are a plain count. Whatever else is written must not be seen before the stores that came first.
 */
export function drains(k: Kernel, s: Int32Array, me: Context, effect: Effect): boolean {
  switch (effect.type) {
    case 'load':
    case 'currentThread':
    case 'holds':
    case 'interruptType':
    case 'atInterruptLevel':
    case 'now':
    case 'intervalToDeadline':
    case 'deadlineIn':
    case 'deadlineAt':
    case 'recallDeadline':
      return false;
    case 'generation':
      return !['load', 'load signaled', 'is current'].includes(effect.does);
    case 'store':
      return !isBuffered(k, me, effect.cell);
    case 'lock':
    case 'tryLock':
      return levels(k, s, me, effect.mutex) === 0;
    case 'unlock':
      return levels(k, s, me, effect.mutex) < 2;
    default:
      return true;
  }
}

/** How often a context holds a mutex. */
function levels(k: Kernel, s: Int32Array, me: Context, mutex: Handle): number {
  const record = k.records.get(mutex);
  return record?.kind === 'mutex' && ownerOf(s, record.slot) === me.index ? s[record.slot] & L.LEVELS : 0;
}
