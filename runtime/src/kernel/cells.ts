import type { CompareAndSwap, Handle, Load, Store, Update, ValueId } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import { GONE } from './layout.ts';

/** A cell's slot, or undefined after the run has failed: no cell, or its owner was freed. */
export function cellSlot(k: Kernel, s: Int32Array, me: Context, cell: Handle): number | undefined {
  const record = k.records.get(cell);
  if (record?.kind !== 'cell') {
    k.fail(s, me, 'violation', 'not-a-cell');
    return undefined;
  }
  if (s[record.slot] === GONE) {
    k.fail(s, me, 'panic', 'use-after-free', { object: cell });
    return undefined;
  }
  return record.slot;
}

export function load(k: Kernel, s: Int32Array, me: Context, effect: Load): ValueId | 0 {
  const slot = cellSlot(k, s, me, effect.cell);
  if (slot === undefined) return 0;
  k.listener?.({ type: 'read', cell: effect.cell, value: s[slot] });
  return s[slot];
}

export function store(k: Kernel, s: Int32Array, me: Context, effect: Store): ValueId | 0 {
  return write(k, s, me, effect.cell, () => effect.value) === 0 ? 0 : k.values.intern(undefined);
}

export function update(k: Kernel, s: Int32Array, me: Context, effect: Update): ValueId | 0 {
  const operand = k.values.get(effect.operand);
  return write(k, s, me, effect.cell, (before) => {
    if (effect.how === 'exchange') return effect.operand;
    return k.values.intern(combine(effect.how, Number(k.values.get(before)), Number(operand)));
  });
}

export function compareAndSwap(k: Kernel, s: Int32Array, me: Context, effect: CompareAndSwap): ValueId | 0 {
  const slot = cellSlot(k, s, me, effect.cell);
  if (slot === undefined) return 0;
  const swaps = s[slot] === effect.expected;
  if (swaps) write(k, s, me, effect.cell, () => effect.value);
  return k.values.intern(swaps);
}

/** Writes what `next` makes of the value before, and returns the value before. */
function write(
  k: Kernel,
  s: Int32Array,
  me: Context,
  cell: Handle,
  next: (before: ValueId) => ValueId,
): ValueId | 0 {
  const slot = cellSlot(k, s, me, cell);
  if (slot === undefined) return 0;
  const before = s[slot];
  s[slot] = next(before);
  k.listener?.({ type: 'changed', cell, before, after: s[slot] });
  return before;
}

function combine(how: 'add' | 'or' | 'and' | 'xor', a: number, b: number): number {
  if (how === 'add') return (a + b) | 0;
  if (how === 'or') return a | b;
  return how === 'and' ? a & b : a ^ b;
}
