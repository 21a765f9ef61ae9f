import { ask, type Op } from '../effects/index.ts';
import { cell, unsynchronized, type Cell } from './cell.ts';
import { IOLockAlloc, IOLockFree, IOLockLock, IOLockSleep, IOLockUnlock, IOLockWakeup } from './IOLock.ts';
import { OSObject } from './OSObject.ts';
import {
  THREAD_AWAKENED,
  THREAD_INTERRUPTIBLE,
  THREAD_UNINT,
  type Interruptible,
  type WaitResult,
} from './waitResult.ts';
import { thread_wakeup_prim } from './wakeup.ts';

/**
 * A lock with a number, its condition: a thread can ask for the lock when the condition has a value.
 *
 * @see IOConditionLock in XNU
 * @example
 * const [empty, full] = [0, 1];
 * const mailbox = IOConditionLock.withCondition(empty);
 * // Thread A:
 * yield* mailbox.lockWhen(empty);
 * yield* mailbox.unlockWith(full);
 * // Thread B:
 * yield* mailbox.lockWhen(full);
 * yield* mailbox.unlockWith(empty);
 */
export class IOConditionLock extends OSObject {
  private readonly condInterlock = IOLockAlloc();
  private readonly sleepInterlock = IOLockAlloc();
  private readonly interruptible: Interruptible;
  private readonly condition: Cell<number>;
  private readonly wantLock = cell(false);
  private readonly waiting = cell(false);

  /**
   * A lock that is free.
   *
   * @param condition its condition at first
   * @param interruptible whether termination of a thread ends its waits
   * @see IOConditionLock::initWithCondition in XNU
   */
  constructor(condition: number, interruptible: boolean = true) {
    super();
    this.interruptible = interruptible ? THREAD_INTERRUPTIBLE : THREAD_UNINT;
    this.condition = unsynchronized(condition);
  }

  /**
   * Makes a lock that is free.
   *
   * @param condition its condition at first, an integer
   * @param interruptible whether termination of a thread ends its waits; true if left out
   * @returns the lock; in XNU NULL if there is no memory, which never happens here
   * @see IOConditionLock::withCondition in XNU
   * @example
   * const lock = IOConditionLock.withCondition(3);
   * yield* lock.tryLock(); // true
   * yield* lock.getCondition(); // 3
   */
  static withCondition(condition: number, interruptible: boolean = true): IOConditionLock {
    return new IOConditionLock(condition, interruptible);
  }

  /**
   * Takes the lock if nobody has it, whatever the condition.
   *
   * @returns whether it was taken
   * @see IOConditionLock::tryLock in XNU
   * @example
   * const lock = IOConditionLock.withCondition(0);
   * yield* lock.tryLock(); // true
   * yield* lock.tryLock(); // false
   */
  *tryLock(): Op<boolean> {
    yield* IOLockLock(this.sleepInterlock);
    const taken = !(yield* this.wantLock.get());
    if (taken) yield* this.wantLock.set(true);
    yield* IOLockUnlock(this.sleepInterlock);
    return taken;
  }

  /**
   * Takes the lock whatever the condition, waiting for it. Its owner must not take it again.
   *
   * @returns THREAD_AWAKENED if it was taken, THREAD_INTERRUPTED if not
   *
   * Panics at interrupt level.
   * @see IOConditionLock::lock in XNU
   * @example
   * const lock = IOConditionLock.withCondition(0);
   * yield* lock.lock(); // THREAD_AWAKENED
   * yield* lock.lock(); // never returns
   */
  *lock(): Op<WaitResult> {
    let result = THREAD_AWAKENED;
    yield* IOLockLock(this.sleepInterlock);
    while (result === THREAD_AWAKENED && (yield* this.wantLock.get())) {
      yield* this.waiting.set(true);
      result = yield* IOLockSleep(this.sleepInterlock, this, this.interruptible);
    }
    if (result === THREAD_AWAKENED) yield* this.wantLock.set(true);
    yield* IOLockUnlock(this.sleepInterlock);
    return result;
  }

  /**
   * Gives the lock back, and wakes one thread that waits for a value of the condition and all that wait for the lock. Any thread may.
   *
   * @see IOConditionLock::unlock in XNU
   * @example
   * const lock = IOConditionLock.withCondition(0);
   * // Thread A:
   * yield* lock.lock();
   * yield* lock.unlock();
   * // Thread B:
   * yield* lock.lock(); // THREAD_AWAKENED
   * yield* lock.unlock();
   */
  *unlock(): Op {
    yield* IOLockLock(this.sleepInterlock);
    yield* thread_wakeup_prim(this.condition, true, THREAD_AWAKENED);
    yield* this.wantLock.set(false);
    if (yield* this.waiting.get()) {
      yield* this.waiting.set(false);
      yield* IOLockWakeup(this.sleepInterlock, this, false);
    }
    yield* IOLockUnlock(this.sleepInterlock);
  }

  /**
   * Takes the lock when the condition has a value.
   *
   * @param condition the value
   * @returns THREAD_AWAKENED if it was taken, THREAD_INTERRUPTED if not
   *
   * Panics at interrupt level.
   * @see IOConditionLock::lockWhen in XNU
   * @example
   * const lock = IOConditionLock.withCondition(0);
   * // Thread A:
   * yield* lock.lockWhen(1); // THREAD_AWAKENED
   * // Thread B:
   * yield* lock.lockWhen(0); // THREAD_AWAKENED
   * yield* lock.unlockWith(1);
   */
  *lockWhen(condition: number): Op<WaitResult> {
    let result: WaitResult;
    do {
      result = yield* this.lock();
      if (result !== THREAD_AWAKENED || (yield* this.condition.get()) === condition) break;
      yield* IOLockLock(this.condInterlock);
      yield* this.unlock();
      const { interruptible } = this;
      yield* ask({ type: 'assertWait', event: this.condition, interruptible, deadline: 0 });
      yield* IOLockUnlock(this.condInterlock);
      result = yield* ask<WaitResult>({ type: 'block', continuation: undefined, arguments: [] });
    } while (result === THREAD_AWAKENED);
    return result;
  }

  /**
   * Sets the condition and gives the lock back.
   *
   * @param condition the new value
   * @see IOConditionLock::unlockWith in XNU
   * @example
   * const lock = IOConditionLock.withCondition(0);
   * yield* lock.lock();
   * yield* lock.unlockWith(1);
   * yield* lock.lockWhen(1); // THREAD_AWAKENED
   */
  *unlockWith(condition: number): Op {
    yield* IOLockLock(this.sleepInterlock);
    yield* IOLockLock(this.condInterlock);
    yield* this.condition.set(condition);
    yield* IOLockUnlock(this.condInterlock);
    yield* IOLockUnlock(this.sleepInterlock);
    yield* this.unlock();
  }

  /**
   * The condition, read without a lock.
   *
   * @returns the number
   * @see IOConditionLock::getCondition in XNU
   * @example
   * const lock = IOConditionLock.withCondition(7);
   * yield* lock.getCondition(); // 7
   */
  getCondition(): Op<number> {
    return this.condition.get();
  }

  /**
   * Sets the condition and wakes one thread that waits for a value of it. Takes no lock of its own: the wakeup can come between another
   * thread's test and its sleep, even if the caller holds the lock. `unlockWith` has no such gap.
   *
   * @param condition the new value
   * @returns the old one
   * @see IOConditionLock::setCondition in XNU
   * @example
   * const lock = IOConditionLock.withCondition(0);
   * // Thread A:
   * yield* lock.lockWhen(1); // never returns
   * // Thread B:
   * yield* lock.setCondition(1); // 0
   */
  *setCondition(condition: number): Op<number> {
    const old = yield* this.condition.get();
    yield* this.condition.set(condition);
    yield* thread_wakeup_prim(this.condition, true, THREAD_AWAKENED);
    return old;
  }

  /**
   * Whether termination of a thread ends its waits.
   *
   * @see IOConditionLock::getInterruptible in XNU
   * @example
   * const lock = IOConditionLock.withCondition(0, false);
   * lock.getInterruptible(); // false
   */
  getInterruptible(): boolean {
    return this.interruptible === THREAD_INTERRUPTIBLE;
  }

  /** Destroys both mutexes with it. */
  override *free(): Op {
    yield* IOLockFree(this.condInterlock);
    yield* IOLockFree(this.sleepInterlock);
    yield* super.free();
  }
}
