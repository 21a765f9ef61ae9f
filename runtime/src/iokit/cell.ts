import { ask, create, type CellKind, type Op } from '../effects/index.ts';

/**
 * A memory location that several threads may use; every access is a step, so that another thread can come in between.
 * A cell is also what a thread sleeps on, as in XNU a member's address is.
 */
export class Cell<T> {
  constructor(kind: CellKind, value: T) {
    create(this, { type: 'create', kind: 'cell', cell: kind, value });
  }

  /**
   * Reads it: one step.
   *
   * @returns what it holds
   *
   * Panics if the object it is in is freed.
   * @example
   * const level = cell(3);
   * yield* level.get(); // 3
   */
  get(): Op<T> {
    return ask({ type: 'load', cell: this });
  }

  /**
   * Writes it: one step.
   *
   * @param value what it holds from now on
   *
   * Panics if the object it is in is freed.
   * @example
   * const level = cell(3);
   * yield* level.set((yield* level.get()) + 1);
   * yield* level.get(); // 4
   */
  set(value: T): Op {
    return ask({ type: 'store', cell: this, value });
  }
}

/**
 * Plain memory, as a C++ member is. Two threads that use it at the same time, one of them writing, are a data race, and that fails.
 *
 * @param value what it holds at first
 * @returns the cell
 * @example
 * const lock = IOLockAlloc();
 * const busy = cell(false);
 * // Thread A:
 * yield* IOLockLock(lock);
 * yield* busy.set(true);
 * yield* IOLockUnlock(lock);
 * // Thread B:
 * yield* IOLockLock(lock);
 * yield* busy.get(); // false or true
 * yield* IOLockUnlock(lock);
 */
export const cell = <T>(value: T): Cell<T> => new Cell('plain', value);

/**
 * Memory for the OSAtomic functions. Its accesses never race; two of them in a row are still two.
 *
 * @param value what it holds at first
 * @returns the cell
 * @example
 * const count = atomic(0);
 * // Thread A:
 * yield* count.set((yield* count.get()) + 1);
 * yield* count.get(); // 1 or 2
 * // Thread B:
 * yield* count.set((yield* count.get()) + 1);
 */
export const atomic = <T>(value: T): Cell<T> => new Cell('atomic', value);

/**
 * A word that is read without a lock on purpose, as XNU reads `enabled` or `workLoop`: no race is reported.
 *
 * @param value what it holds at first
 * @returns the cell
 * @example
 * const enabled = unsynchronized(true);
 * // Thread A:
 * yield* enabled.set(false);
 * // Thread B:
 * yield* enabled.get(); // true or false
 */
export const unsynchronized = <T>(value: T): Cell<T> => new Cell('unsynchronized', value);

/**
 * One cell that holds a whole list. The list itself never changes: set a new one.
 *
 * @param items what it holds at first; nothing if left out
 * @returns the cell
 * @example
 * const queue = list([7]);
 * yield* queue.set([...(yield* queue.get()), 8]);
 * yield* queue.get(); // [7, 8]
 */
export const list = <T>(items: readonly T[] = []): Cell<readonly T[]> => new Cell('list', items);
