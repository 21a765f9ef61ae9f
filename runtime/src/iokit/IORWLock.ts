import { profile, type Op } from '../effects/index.ts';
import { cell } from './cell.ts';
import { IOLockAlloc, IOLockFree, IOLockLock, IOLockSleep, IOLockUnlock, IOLockWakeup } from './IOLock.ts';
import { OSObject } from './OSObject.ts';
import { panic } from './panic.ts';
import { current_thread, type thread_t } from './thread.ts';
import { THREAD_UNINT } from './waitResult.ts';

/** A lock that several threads may hold to read, or one to write. Made by `IORWLockAlloc`. */
export class IORWLock extends OSObject {
  private readonly interlock = IOLockAlloc();
  /** How many threads read. Readers sleep on it. */
  private readonly sharedCount = cell(0);
  /** Whether a thread writes, or waits only for the readers to leave. Writers sleep on it. */
  private readonly wantExclusive = cell(false);
  private readonly owner = cell<thread_t | null>(null);
  private readonly writersWait = cell(false);
  private readonly readersWait = cell(false);

  /** @see lck_rw_lock_shared in XNU */
  *lockShared(): Op {
    yield* IOLockLock(this.interlock);
    while (yield* this.wantExclusive.get()) {
      yield* this.readersWait.set(true);
      yield* IOLockSleep(this.interlock, this.sharedCount, THREAD_UNINT);
    }
    yield* this.sharedCount.set((yield* this.sharedCount.get()) + 1);
    yield* IOLockUnlock(this.interlock);
  }

  /** @see lck_rw_lock_exclusive in XNU */
  *lockExclusive(): Op {
    yield* IOLockLock(this.interlock);
    while (yield* this.wantExclusive.get()) yield* this.sleepAsWriter();
    yield* this.wantExclusive.set(true);
    while ((yield* this.sharedCount.get()) > 0) yield* this.sleepAsWriter();
    yield* this.owner.set(yield* current_thread());
    yield* IOLockUnlock(this.interlock);
  }

  /**
   * @returns whether it was taken
   * @see lck_rw_try_lock_shared in XNU
   */
  *tryLockShared(): Op<boolean> {
    yield* IOLockLock(this.interlock);
    const free = !(yield* this.wantExclusive.get());
    if (free) yield* this.sharedCount.set((yield* this.sharedCount.get()) + 1);
    yield* IOLockUnlock(this.interlock);
    return free;
  }

  /**
   * @returns whether it was taken
   * @see lck_rw_try_lock_exclusive in XNU
   */
  *tryLockExclusive(): Op<boolean> {
    yield* IOLockLock(this.interlock);
    const free = !(yield* this.wantExclusive.get()) && (yield* this.sharedCount.get()) === 0;
    if (free) {
      yield* this.wantExclusive.set(true);
      yield* this.owner.set(yield* current_thread());
    }
    yield* IOLockUnlock(this.interlock);
    return free;
  }

  /** @see lck_rw_done in XNU */
  *done(): Op {
    yield* IOLockLock(this.interlock);
    const readers = yield* this.sharedCount.get();
    if (readers > 0) yield* this.sharedCount.set(readers - 1);
    else yield* this.endWriting();
    if (readers <= 1) yield* this.wakeWaiters();
    yield* IOLockUnlock(this.interlock);
  }

  /** Destroys the interlock with the lock. */
  override *free(): Op {
    yield* IOLockFree(this.interlock);
    yield* super.free();
  }

  private *sleepAsWriter(): Op {
    yield* this.writersWait.set(true);
    yield* IOLockSleep(this.interlock, this.wantExclusive, THREAD_UNINT);
  }

  private *endWriting(): Op {
    if (!(yield* this.wantExclusive.get())) {
      yield* panic('Releasing non-exclusive RW lock without a reader refcount!');
    }
    if (profile().build === 'development') {
      const self = yield* current_thread();
      if ((yield* this.owner.get()) !== self) {
        yield* panic('Assertion failed: lock->lck_rw_owner == current_thread()->ctid');
      }
    }
    yield* this.owner.set(null);
    yield* this.wantExclusive.set(false);
  }

  /** Writers first: readers are not woken while one waits. */
  private *wakeWaiters(): Op {
    if (yield* this.writersWait.get()) {
      yield* this.writersWait.set(false);
      yield* IOLockWakeup(this.interlock, this.wantExclusive, false);
    } else if (yield* this.readersWait.get()) {
      yield* this.readersWait.set(false);
      yield* IOLockWakeup(this.interlock, this.sharedCount, false);
    }
  }
}

/**
 * Makes a lock for readers and writers that nobody has.
 *
 * @returns the lock; in XNU NULL if there is no memory, which never happens here
 * @see IORWLockAlloc in XNU
 * @example
 * const table = IORWLockAlloc();
 * yield* IORWLockTryRead(table); // true
 * yield* IORWLockTryRead(table); // true
 */
export const IORWLockAlloc = (): IORWLock => new IORWLock();

/**
 * Destroys a lock for readers and writers.
 *
 * @param lock a lock that nobody holds or waits for
 *
 * Any later use of it panics.
 * @see IORWLockFree in XNU
 * @example
 * const table = IORWLockAlloc();
 * yield* IORWLockFree(table);
 * yield* IORWLockRead(table); // panics: "Invalid/destroyed mutex"
 */
export const IORWLockFree = (lock: IORWLock): Op => lock.release();

/**
 * Takes the lock to read, together with other readers. Waits while a thread writes, and also while one waits to write: a thread that
 * reads already and asks again can so wait for a writer that waits for it (the header: "can result in deadlock").
 *
 * @param lock the lock
 *
 * Panics at interrupt level.
 * @see IORWLockRead in XNU
 * @example
 * const table = IORWLockAlloc();
 * yield* IORWLockRead(table);
 * yield* IORWLockTryRead(table); // true
 * yield* IORWLockTryWrite(table); // false
 */
export const IORWLockRead = (lock: IORWLock): Op => lock.lockShared();

/**
 * Takes the lock to write: nobody else reads or writes then. From the moment it waits for the last reader, new readers wait for it.
 * A thread that holds the lock in either way waits for itself.
 *
 * @param lock the lock
 *
 * Panics at interrupt level.
 * @see IORWLockWrite in XNU
 * @example
 * const table = IORWLockAlloc();
 * yield* IORWLockRead(table);
 * yield* IORWLockWrite(table); // never returns
 */
export const IORWLockWrite = (lock: IORWLock): Op => lock.lockExclusive();

/**
 * Takes the lock to read if nobody writes or waits to write. Never waits for either.
 *
 * @param lock the lock
 * @returns whether it was taken
 * @see IORWLockTryRead in XNU
 * @example
 * const table = IORWLockAlloc();
 * yield* IORWLockWrite(table);
 * yield* IORWLockTryRead(table); // false
 */
export const IORWLockTryRead = (lock: IORWLock): Op<boolean> => lock.tryLockShared();

/**
 * Takes the lock to write if nobody holds it. Never waits for who does.
 *
 * @param lock the lock
 * @returns whether it was taken
 * @see IORWLockTryWrite in XNU
 * @example
 * const table = IORWLockAlloc();
 * yield* IORWLockTryWrite(table); // true
 * yield* IORWLockTryWrite(table); // false
 */
export const IORWLockTryWrite = (lock: IORWLock): Op<boolean> => lock.tryLockExclusive();

/**
 * Gives the lock back, whichever way it was taken.
 *
 * @param lock the lock
 *
 * Panics if nobody holds it; in a development build also if another thread holds it to write. That some other thread reads is not noticed.
 * @see IORWLockUnlock in XNU
 * @example
 * const table = IORWLockAlloc();
 * yield* IORWLockUnlock(table); // panics: "Releasing non-exclusive RW lock without a reader refcount!"
 */
export const IORWLockUnlock = (lock: IORWLock): Op => lock.done();
