import type { EffectType } from '../../effects/index.ts';

/** What a step does: asks an effect, or is one of the machine's own. */
export type Kind =
  | EffectType
  /** Goes on after a sleep, taking the mutex back. */
  | 'wakeFromSleep'
  /** Goes on after thread_block. */
  | 'wakeFromBlock'
  /** The first step of a call that waited for its moment. */
  | 'guard'
  /** A handler begins. */
  | 'deliver'
  /** Any step of a handler: until the last one it is in flight. */
  | 'handler'
  /** A device moves by itself. */
  | 'move';

/** What a step can touch, named by where its identity comes from. */
export type Subject =
  | 'cell'
  | 'mutex'
  /** Whether the mutex exists at all. */
  | 'mutexLife'
  | 'spinLock'
  | 'object'
  /** The cells that are an object's fields. */
  | 'fields'
  /** Who waits for the event. */
  | 'queue'
  /** Who waits for the cell itself. */
  | 'cellQueue'
  /** Whether the thread itself is queued, asleep or aborted. */
  | 'self'
  /** The same of another thread, which the effect names. */
  | 'thread'
  /** Who waits for what that thread waits for. */
  | 'threadQueue'
  /** The same of the threads that this wakeup wakes. */
  | 'woken'
  /** The same of the threads that a call waits for. */
  | 'awaited'
  /** All devices and interrupt lines together. */
  | 'hardware';

/** One row: a step of this kind reads or writes this. */
export type Row = readonly [kind: Kind, subject: Subject, how: 'reads' | 'writes'];

/**
 * The dependence table. Two steps of different contexts depend if they touch the same thing and not both read it. What may fail (a
 * compare-and-swap, a try-lock) writes, also when it fails. A kind without a row depends on nothing.
 */
export const TABLE: readonly Row[] = [
  ['load', 'cell', 'reads'],
  ['store', 'cell', 'writes'],
  ['update', 'cell', 'writes'],
  ['compareAndSwap', 'cell', 'writes'],

  ['lock', 'mutex', 'writes'],
  ['tryLock', 'mutex', 'writes'],
  ['unlock', 'mutex', 'writes'],
  ['destroyMutex', 'mutex', 'writes'],
  ['destroyMutex', 'mutexLife', 'writes'],
  ['holds', 'mutexLife', 'reads'],

  ['lockSpin', 'spinLock', 'writes'],
  ['tryLockSpin', 'spinLock', 'writes'],
  ['unlockSpin', 'spinLock', 'writes'],
  ['destroySpin', 'spinLock', 'writes'],

  ['sleep', 'mutex', 'writes'],
  ['sleep', 'queue', 'writes'],
  ['sleep', 'self', 'writes'],
  ['wakeFromSleep', 'mutex', 'writes'],
  ['wakeFromSleep', 'self', 'writes'],
  ['assertWait', 'queue', 'writes'],
  ['assertWait', 'self', 'writes'],
  ['assertWaitUnless', 'cell', 'reads'],
  ['assertWaitUnless', 'cellQueue', 'writes'],
  ['assertWaitUnless', 'self', 'writes'],
  ['block', 'self', 'writes'],
  ['wakeFromBlock', 'self', 'writes'],
  ['wakeup', 'queue', 'writes'],
  ['wakeup', 'woken', 'writes'],
  ['storeAndWakeup', 'cell', 'writes'],
  ['storeAndWakeup', 'queue', 'writes'],
  ['storeAndWakeup', 'thread', 'writes'],
  ['abortThread', 'thread', 'writes'],
  ['abortThread', 'threadQueue', 'writes'],
  ['guard', 'awaited', 'reads'],

  ['retain', 'object', 'writes'],
  ['release', 'object', 'writes'],
  ['freed', 'object', 'writes'],
  ['freed', 'fields', 'writes'],

  ['device', 'hardware', 'writes'],
  ['move', 'hardware', 'writes'],
  ['deliver', 'hardware', 'writes'],
  ['handler', 'hardware', 'writes'],
  ['registerInterrupt', 'hardware', 'writes'],
  ['unregisterInterrupt', 'hardware', 'writes'],
  ['enableInterrupt', 'hardware', 'writes'],
  ['disableInterrupt', 'hardware', 'writes'],
];

/** Effects about time: what a clock does depends on everything. */
export const ABOUT_TIME: readonly EffectType[] = [
  'now',
  'intervalToDeadline',
  'deadlineIn',
  'deadlineAt',
  'rememberDeadline',
  'forgetDeadline',
  'recallDeadline',
  'enterCallout',
  'generation',
  'cancelCallout',
  'waitForCallout',
  'freeCallout',
];
