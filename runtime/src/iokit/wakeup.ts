import { ask, type Op } from '../effects/index.ts';
import type { Event } from './event.ts';
import type { WaitResult } from './waitResult.ts';

/**
 * Wakes who sleeps on an event. Needs no lock; a wakeup that finds nobody is forgotten. For the library: drivers call `IOLockWakeup`.
 *
 * @param event what they sleep on
 * @param oneThread wake one thread only
 * @param result what the sleeps return
 *
 * Panics if the event is NULL.
 * @see thread_wakeup_prim in XNU
 */
export const thread_wakeup_prim = (event: Event, oneThread: boolean, result: WaitResult): Op =>
  ask({ type: 'wakeup', event, oneThread, result });
