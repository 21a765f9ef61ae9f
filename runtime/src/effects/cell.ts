import type { Handle, ValueId } from './value.ts';

/** How a cell may be shared: plain memory is checked for races, the other kinds are not. */
export type CellKind = 'plain' | 'atomic' | 'unsynchronized' | 'list';

/** Reads a cell. Answer: its value. */
export interface Load {
  readonly type: 'load';
  readonly cell: Handle;
}

/** Writes a cell. Answer: undefined. */
export interface Store {
  readonly type: 'store';
  readonly cell: Handle;
  readonly value: ValueId;
}

/** An atomic read-modify-write (OSAddAtomic, OSBitOrAtomic, …; 32-bit wrap). Answer: the value before. */
export interface Update {
  readonly type: 'update';
  readonly cell: Handle;
  readonly how: 'add' | 'or' | 'and' | 'xor' | 'exchange';
  readonly operand: ValueId;
}

/** OSCompareAndSwap. Answer: whether it swapped. */
export interface CompareAndSwap {
  readonly type: 'compareAndSwap';
  readonly cell: Handle;
  readonly expected: ValueId;
  readonly value: ValueId;
}

/** A full fence: the thread's stores are in memory before it goes on. Answer: undefined. */
export interface Fence {
  readonly type: 'fence';
}

export type CellEffect = Load | Store | Update | CompareAndSwap | Fence;
