import type { Handle, ValueId } from './value.ts';

/** Takes a spin lock, spinning for it. Answer: whether interrupts were enabled on this processor before. */
export interface LockSpin {
  readonly type: 'lockSpin';
  readonly spinLock: Handle;
  /** Whether the thread also masks its own processor's interrupts. */
  readonly disablesInterrupts: boolean;
}

/** Takes a spin lock if that needs no spinning. Answer: whether it did. */
export interface TryLockSpin {
  readonly type: 'tryLockSpin';
  readonly spinLock: Handle;
}

/** Gives a spin lock back. One that the context does not hold: panic. Answer: undefined. */
export interface UnlockSpin {
  readonly type: 'unlockSpin';
  readonly spinLock: Handle;
  /** Whether interrupts are enabled afterwards; the value undefined: as they are. */
  readonly interrupts: ValueId;
}

/** lck_spin_free: a held one panics. Answer: undefined. */
export interface DestroySpin {
  readonly type: 'destroySpin';
  readonly spinLock: Handle;
}

/** ml_at_interrupt_context. Answer: whether this is a handler. */
export interface AtInterruptLevel {
  readonly type: 'atInterruptLevel';
}

export type SpinEffect = LockSpin | TryLockSpin | UnlockSpin | DestroySpin | AtInterruptLevel;
