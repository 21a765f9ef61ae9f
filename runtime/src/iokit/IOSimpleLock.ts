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
 * Makes a spin lock that nobody has.
 *
 * @returns the lock; in XNU NULL if there is no memory, which never happens here
 * @see IOSimpleLockAlloc in XNU
 * @example
 * const lock = IOSimpleLockAlloc();
 * yield* IOSimpleLockTryLock(lock); // true
 */
export const IOSimpleLockAlloc = (): IOSimpleLock => new IOSimpleLock();

/**
 * Destroys a spin lock.
 *
 * @param lock a spin lock that nobody will use again
 *
 * Panics if it is held; XNU does not look.
 * @see IOSimpleLockFree in XNU
 * @example
 * const lock = IOSimpleLockAlloc();
 * yield* IOSimpleLockLock(lock);
 * yield* IOSimpleLockFree(lock); // panics: "Spinlock to destroy is still owned"
 */
export const IOSimpleLockFree = (lock: IOSimpleLock): Op => ask({ type: 'destroySpin', spinLock: lock });

/**
 * Takes a spin lock, spinning for it. Until it is given back nothing on this thread may block: no mutex, no sleep, no new thread.
 *
 * Who takes it twice spins for ever. So does a handler that finds it held by a thread whose interrupts are enabled: it may have
 * interrupted that very thread. Both are a deadlock.
 *
 * @param lock the spin lock
 *
 * Whatever blocks while it is held panics.
 * @see IOSimpleLockLock in XNU
 * @example
 * const lock = IOSimpleLockAlloc();
 * const mutex = IOLockAlloc();
 * yield* IOSimpleLockLock(lock);
 * yield* IOLockLock(mutex); // panics: "Attempt to take mutex with preemption disabled"
 */
export const IOSimpleLockLock = (lock: IOSimpleLock): Op =>
  ask({ type: 'lockSpin', spinLock: lock, disablesInterrupts: false });

/**
 * Takes a spin lock if nobody has it. Never spins.
 *
 * @param lock the spin lock
 * @returns whether it was taken
 * @see IOSimpleLockTryLock in XNU
 * @example
 * const lock = IOSimpleLockAlloc();
 * yield* IOSimpleLockTryLock(lock); // true
 * yield* IOSimpleLockTryLock(lock); // false
 */
export const IOSimpleLockTryLock = (lock: IOSimpleLock): Op<boolean> =>
  ask({ type: 'tryLockSpin', spinLock: lock });

/**
 * Gives a spin lock back.
 *
 * @param lock the spin lock
 *
 * Panics if this thread or handler does not hold it; XNU does not look.
 * @see IOSimpleLockUnlock in XNU
 * @example
 * const lock = IOSimpleLockAlloc();
 * yield* IOSimpleLockLock(lock);
 * yield* IOSimpleLockUnlock(lock);
 * yield* IOSimpleLockTryLock(lock); // true
 */
export const IOSimpleLockUnlock = (lock: IOSimpleLock): Op =>
  ask({ type: 'unlockSpin', spinLock: lock, interrupts: undefined });

/**
 * Disables interrupts on the thread's own processor, then takes a spin lock: what it guards, a handler may use too. Handlers on other
 * processors run, and spin for it.
 *
 * @param lock the spin lock
 * @returns whether interrupts were enabled; give it to `IOSimpleLockUnlockEnableInterrupt`
 * @see IOSimpleLockLockDisableInterrupt in XNU
 * @example
 * const lock = IOSimpleLockAlloc();
 * const pending = cell(0);
 * const interrupts = yield* IOSimpleLockLockDisableInterrupt(lock); // true
 * yield* pending.set((yield* pending.get()) + 1);
 * yield* IOSimpleLockUnlockEnableInterrupt(lock, interrupts);
 */
export const IOSimpleLockLockDisableInterrupt = (lock: IOSimpleLock): Op<IOInterruptState> =>
  ask({ type: 'lockSpin', spinLock: lock, disablesInterrupts: true });

/**
 * Gives a spin lock back, then enables interrupts if they were enabled before.
 *
 * @param lock the spin lock
 * @param state what `IOSimpleLockLockDisableInterrupt` returned
 *
 * Panics if this thread or handler does not hold it; XNU does not look.
 * @see IOSimpleLockUnlockEnableInterrupt in XNU
 * @example
 * const outer = IOSimpleLockAlloc();
 * const inner = IOSimpleLockAlloc();
 * const before = yield* IOSimpleLockLockDisableInterrupt(outer); // true
 * const between = yield* IOSimpleLockLockDisableInterrupt(inner); // false
 * yield* IOSimpleLockUnlockEnableInterrupt(inner, between);
 * yield* IOSimpleLockUnlockEnableInterrupt(outer, before);
 */
export const IOSimpleLockUnlockEnableInterrupt = (lock: IOSimpleLock, state: IOInterruptState): Op =>
  ask({ type: 'unlockSpin', spinLock: lock, interrupts: state });
