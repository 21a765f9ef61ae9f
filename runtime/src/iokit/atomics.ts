import { ask, type Op } from '../effects/index.ts';
import type { Cell } from './cell.ts';

const update = (how: 'add' | 'or' | 'and' | 'xor', operand: number, address: Cell<number>): Op<number> =>
  ask({ type: 'update', cell: address, how, operand });

/**
 * Adds to a 32-bit integer in one step, wrapping around.
 *
 * @returns what it held before
 * @see OSAddAtomic in XNU
 */
export const OSAddAtomic = (amount: number, address: Cell<number>): Op<number> =>
  update('add', amount, address);

/**
 * Adds one in one step.
 *
 * @returns what it held before
 * @see OSIncrementAtomic in XNU
 */
export const OSIncrementAtomic = (address: Cell<number>): Op<number> => update('add', 1, address);

/**
 * Takes one away in one step.
 *
 * @returns what it held before
 * @see OSDecrementAtomic in XNU
 */
export const OSDecrementAtomic = (address: Cell<number>): Op<number> => update('add', -1, address);

/**
 * Sets the bits of a mask in one step.
 *
 * @returns what it held before
 * @see OSBitOrAtomic in XNU
 */
export const OSBitOrAtomic = (mask: number, address: Cell<number>): Op<number> => update('or', mask, address);

/**
 * Keeps only the bits of a mask in one step.
 *
 * @returns what it held before
 * @see OSBitAndAtomic in XNU
 */
export const OSBitAndAtomic = (mask: number, address: Cell<number>): Op<number> =>
  update('and', mask, address);

/**
 * Flips the bits of a mask in one step.
 *
 * @returns what it held before
 * @see OSBitXorAtomic in XNU
 */
export const OSBitXorAtomic = (mask: number, address: Cell<number>): Op<number> =>
  update('xor', mask, address);

/**
 * Writes a new value if the old one is still there, in one step.
 *
 * @param oldValue what must be there
 * @param newValue what to write
 * @returns whether it was there, and is now replaced
 * @see OSCompareAndSwap in XNU
 */
export const OSCompareAndSwap = <T>(oldValue: T, newValue: T, address: Cell<T>): Op<boolean> =>
  ask({ type: 'compareAndSwap', cell: address, expected: oldValue, value: newValue });
