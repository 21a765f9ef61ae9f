import { ask, create, type CellKind, type Op } from '../effects/index.ts';

/**
 * A memory location that several threads may use; every access is a step, so that another thread can come in between.
 * A cell is also what a thread sleeps on, as in XNU a member's address is.
 */
export class Cell<T> {
  constructor(kind: CellKind, value: T) {
    create(this, { type: 'create', kind: 'cell', cell: kind, value });
  }

  /** Reads it. Panics if the object it is in is freed. */
  get(): Op<T> {
    return ask({ type: 'load', cell: this });
  }

  /** Writes it. Panics if the object it is in is freed. */
  set(value: T): Op {
    return ask({ type: 'store', cell: this, value });
  }
}

/**
 * Plain memory, as a C++ member is. Two threads that use it at the same time, one of them writing, are a data race, and that fails.
 *
 * @param value what it holds at first
 * @example readonly busy = cell(false);
 */
export const cell = <T>(value: T): Cell<T> => new Cell('plain', value);

/**
 * Memory for the OSAtomic functions. Its accesses never race; two of them in a row are still two.
 *
 * @param value what it holds at first
 */
export const atomic = <T>(value: T): Cell<T> => new Cell('atomic', value);

/**
 * A word that is read without a lock on purpose, as XNU reads `enabled` or `workLoop`: no race is reported.
 *
 * @param value what it holds at first
 */
export const unsynchronized = <T>(value: T): Cell<T> => new Cell('unsynchronized', value);

/**
 * One cell that holds a whole list. The list itself never changes: set a new one.
 *
 * @param items what it holds at first
 * @example yield* this.queue.set([...(yield* this.queue.get()), item]);
 */
export const list = <T>(items: readonly T[] = []): Cell<readonly T[]> => new Cell('list', items);
