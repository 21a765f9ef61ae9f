import { ask, type Op } from '../effects/index.ts';
import type { Cell } from './cell.ts';

const update = (how: 'add' | 'or' | 'and' | 'xor', operand: number, address: Cell<number>): Op<number> =>
  ask({ type: 'update', cell: address, how, operand });

/**
 * Adds to a 32-bit integer in one step, wrapping around.
 *
 * @param amount what to add
 * @param address the cell
 * @returns what it held before
 *
 * Panics if the object that the cell is in is freed.
 * @see OSAddAtomic in XNU
 * @example
 * const bytes = atomic(512);
 * yield* OSAddAtomic(64, bytes); // 512
 * yield* bytes.get(); // 576
 */
export const OSAddAtomic = (amount: number, address: Cell<number>): Op<number> =>
  update('add', amount, address);

/**
 * Adds one in one step.
 *
 * @param address the cell
 * @returns what it held before
 *
 * Panics if the object that the cell is in is freed.
 * @see OSIncrementAtomic in XNU
 * @example
 * const users = atomic(0);
 * // Thread A:
 * yield* OSIncrementAtomic(users); // 0 or 1
 * // Thread B:
 * yield* OSIncrementAtomic(users); // 0 or 1
 */
export const OSIncrementAtomic = (address: Cell<number>): Op<number> => update('add', 1, address);

/**
 * Takes one away in one step.
 *
 * @param address the cell
 * @returns what it held before
 *
 * Panics if the object that the cell is in is freed.
 * @see OSDecrementAtomic in XNU
 * @example
 * const users = atomic(1);
 * yield* OSDecrementAtomic(users); // 1
 * yield* users.get(); // 0
 */
export const OSDecrementAtomic = (address: Cell<number>): Op<number> => update('add', -1, address);

/**
 * Sets the bits of a mask in one step.
 *
 * @param mask which bits
 * @param address the cell
 * @returns what it held before
 *
 * Panics if the object that the cell is in is freed.
 * @see OSBitOrAtomic in XNU
 * @example
 * const flags = atomic(0b001);
 * yield* OSBitOrAtomic(0b100, flags); // 0b001
 * yield* flags.get(); // 0b101
 */
export const OSBitOrAtomic = (mask: number, address: Cell<number>): Op<number> => update('or', mask, address);

/**
 * Keeps only the bits of a mask in one step.
 *
 * @param mask which bits
 * @param address the cell
 * @returns what it held before
 *
 * Panics if the object that the cell is in is freed.
 * @see OSBitAndAtomic in XNU
 * @example
 * const flags = atomic(0b101);
 * yield* OSBitAndAtomic(0b110, flags); // 0b101
 * yield* flags.get(); // 0b100
 */
export const OSBitAndAtomic = (mask: number, address: Cell<number>): Op<number> =>
  update('and', mask, address);

/**
 * Flips the bits of a mask in one step.
 *
 * @param mask which bits
 * @param address the cell
 * @returns what it held before
 *
 * Panics if the object that the cell is in is freed.
 * @see OSBitXorAtomic in XNU
 * @example
 * const flags = atomic(0b101);
 * yield* OSBitXorAtomic(0b111, flags); // 0b101
 * yield* flags.get(); // 0b010
 */
export const OSBitXorAtomic = (mask: number, address: Cell<number>): Op<number> =>
  update('xor', mask, address);

/**
 * Writes a new value if the old one is still there, in one step.
 *
 * @param oldValue what must be there
 * @param newValue what to write
 * @param address the cell
 * @returns whether it was there, and is now replaced
 *
 * Panics if the object that the cell is in is freed.
 * @see OSCompareAndSwap in XNU
 * @example
 * const owner = atomic('');
 * yield* OSCompareAndSwap('', 'A', owner); // true
 * yield* OSCompareAndSwap('', 'B', owner); // false
 */
export const OSCompareAndSwap = <T>(oldValue: T, newValue: T, address: Cell<T>): Op<boolean> =>
  ask({ type: 'compareAndSwap', cell: address, expected: oldValue, value: newValue });
