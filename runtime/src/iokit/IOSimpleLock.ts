import { ask, create, type Op } from '../effects/index.ts';

/**
 * A spin lock: who waits for it keeps his processor busy, who holds it must not block. With interrupts disabled it is the one lock
 * that an interrupt handler may take too. Made by `IOSimpleLockAlloc`.
 */
export class IOSimpleLock {
  constructor() {
    create(this, { type: 'create', kind: 'spinLock' });
  }
}

/** Whether interrupts were enabled on the thread's processor: what `IOSimpleLockLockDisableInterrupt` returns. */
export type IOInterruptState = boolean;

/**
 * Makes a spin lock.
 *
 * @see IOSimpleLockAlloc in XNU
 */
export const IOSimpleLockAlloc = (): IOSimpleLock => new IOSimpleLock();

/**
 * Destroys a spin lock.
 *
 * Panics if it is held; XNU does not look.
 * @see IOSimpleLockFree in XNU
 */
export const IOSimpleLockFree = (lock: IOSimpleLock): Op => ask({ type: 'destroySpin', spinLock: lock });

/**
 * Takes a spin lock, spinning for it. Until it is given back nothing on this thread may block: no mutex, no sleep, no new thread.
 *
 * Who takes it twice spins for ever. So does a handler that finds it held by a thread whose interrupts are enabled: it may have
 * interrupted that very thread. Both are a deadlock.
 * @see IOSimpleLockLock in XNU
 */
export const IOSimpleLockLock = (lock: IOSimpleLock): Op =>
  ask({ type: 'lockSpin', spinLock: lock, disablesInterrupts: false });

/**
 * Takes a spin lock if nobody has it.
 *
 * @returns whether it was taken
 * @see IOSimpleLockTryLock in XNU
 */
export const IOSimpleLockTryLock = (lock: IOSimpleLock): Op<boolean> =>
  ask({ type: 'tryLockSpin', spinLock: lock });

/**
 * Gives a spin lock back.
 *
 * Panics if this thread or handler does not hold it; XNU does not look.
 * @see IOSimpleLockUnlock in XNU
 */
export const IOSimpleLockUnlock = (lock: IOSimpleLock): Op =>
  ask({ type: 'unlockSpin', spinLock: lock, interrupts: undefined });

/**
 * Disables interrupts on the thread's own processor, then takes a spin lock: what it guards, a handler may use too. Handlers on other
 * processors run, and spin for it.
 *
 * @returns whether interrupts were enabled; give it to `IOSimpleLockUnlockEnableInterrupt`
 * @see IOSimpleLockLockDisableInterrupt in XNU
 * @example
 * const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.lock);
 * yield* this.queue.set([...(yield* this.queue.get()), item]);
 * yield* IOSimpleLockUnlockEnableInterrupt(this.lock, interrupts);
 */
export const IOSimpleLockLockDisableInterrupt = (lock: IOSimpleLock): Op<IOInterruptState> =>
  ask({ type: 'lockSpin', spinLock: lock, disablesInterrupts: true });

/**
 * Gives a spin lock back, then enables interrupts if they were enabled before.
 *
 * @param state what `IOSimpleLockLockDisableInterrupt` returned
 *
 * Panics if this thread or handler does not hold it; XNU does not look.
 * @see IOSimpleLockUnlockEnableInterrupt in XNU
 */
export const IOSimpleLockUnlockEnableInterrupt = (lock: IOSimpleLock, state: IOInterruptState): Op =>
  ask({ type: 'unlockSpin', spinLock: lock, interrupts: state });
