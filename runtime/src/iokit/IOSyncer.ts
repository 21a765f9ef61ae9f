import { ask, type Op } from '../effects/index.ts';
import { unsynchronized } from './cell.ts';
import { kIOReturnSuccess, type IOReturn } from './IOReturn.ts';
import {
  IOSimpleLockAlloc,
  IOSimpleLockFree,
  IOSimpleLockLockDisableInterrupt,
  IOSimpleLockUnlockEnableInterrupt,
} from './IOSimpleLock.ts';
import { OSObject } from './OSObject.ts';
import { THREAD_AWAKENED, THREAD_UNINT } from './waitResult.ts';
import { thread_wakeup_prim } from './wakeup.ts';

/**
 * Lets one thread wait until another one has done something once. A signal that comes before the wait is remembered, unlike a wakeup.
 *
 * @see IOSyncer in XNU
 * @example
 * const reset = yield* IOSyncer.create();
 * // Thread A:
 * yield* reset.wait(); // kIOReturnTimeout
 * // Thread B:
 * yield* reset.signal(kIOReturnTimeout);
 */
export class IOSyncer extends OSObject {
  /** The opposite of XNU's threadMustStop, and what the waiter sleeps on. */
  private readonly signaled = unsynchronized(false);
  private readonly guardLock = IOSimpleLockAlloc();
  private readonly result = unsynchronized<IOReturn>(kIOReturnSuccess);

  /**
   * Makes a syncer that is not signaled.
   *
   * @param twoRetains whether it is born with two references, one for who waits and one for who signals; true if left out
   * @returns the syncer
   * @see IOSyncer::create in XNU
   * @example
   * const syncer = yield* IOSyncer.create();
   * yield* syncer.signal(kIOReturnSuccess);
   * yield* syncer.wait(); // kIOReturnSuccess
   */
  static *create(twoRetains: boolean = true): Op<IOSyncer> {
    const syncer = new IOSyncer();
    if (twoRetains) yield* syncer.retain();
    return syncer;
  }

  /**
   * Forgets the signal, so that it can be used again.
   *
   * @see IOSyncer::reinit in XNU
   * @example
   * const syncer = yield* IOSyncer.create();
   * yield* syncer.signal(kIOReturnSuccess, false);
   * yield* syncer.reinit();
   * yield* syncer.wait(); // never returns
   */
  *reinit(): Op {
    const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.guardLock);
    yield* this.signaled.set(false);
    yield* IOSimpleLockUnlockEnableInterrupt(this.guardLock, interrupts);
  }

  /**
   * Sleeps until it is signaled, THREAD_UNINT; returns at once if it was.
   *
   * @param autoRelease gives a reference back; true if left out
   * @returns what `signal` was given
   *
   * Panics at interrupt level, and after the last reference is given back.
   * @see IOSyncer::wait in XNU
   * @example
   * const syncer = yield* IOSyncer.create();
   * yield* syncer.wait(); // never returns
   */
  *wait(autoRelease: boolean = true): Op<IOReturn> {
    const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.guardLock);
    const mustStop = !(yield* this.signaled.get());
    if (mustStop) {
      yield* ask({ type: 'assertWait', event: this.signaled, interruptible: THREAD_UNINT, deadline: 0 });
    }
    yield* IOSimpleLockUnlockEnableInterrupt(this.guardLock, interrupts);
    if (mustStop) yield* ask({ type: 'block', continuation: undefined, arguments: [] });
    const result = yield* this.result.get();
    if (autoRelease) yield* this.release();
    return result;
  }

  /**
   * Wakes who waits, or saves him the wait. May be called at interrupt level.
   *
   * @param result what `wait` returns; kIOReturnSuccess if left out
   * @param autoRelease gives a reference back; true if left out
   *
   * Panics after the last reference is given back.
   * @see IOSyncer::signal in XNU
   * @example
   * const syncer = yield* IOSyncer.create();
   * yield* syncer.signal(kIOReturnAborted);
   * yield* syncer.wait(); // kIOReturnAborted
   */
  *signal(result: IOReturn = kIOReturnSuccess, autoRelease: boolean = true): Op {
    yield* this.result.set(result);
    yield* this.privateSignal();
    if (autoRelease) yield* this.release();
  }

  /** @see IOSyncer::privateSignal in XNU */
  private *privateSignal(): Op {
    if (yield* this.signaled.get()) return;
    const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.guardLock);
    yield* this.signaled.set(true);
    yield* thread_wakeup_prim(this.signaled, true, THREAD_AWAKENED);
    yield* IOSimpleLockUnlockEnableInterrupt(this.guardLock, interrupts);
  }

  /** Wakes who still waits, then frees it. */
  override *free(): Op {
    yield* this.privateSignal();
    yield* IOSimpleLockFree(this.guardLock);
    yield* super.free();
  }
}
