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
  const slot = cellSlot(k, s, me, effect.cell);
  if (slot === undefined) return 0;
  write(k, s, effect.cell, slot, effect.value);
  return k.nothing;
}

export function update(k: Kernel, s: Int32Array, me: Context, effect: Update): ValueId | 0 {
  const slot = cellSlot(k, s, me, effect.cell);
  if (slot === undefined) return 0;
  const before = s[slot];
  const after =
    effect.how === 'exchange'
      ? effect.operand
      : k.values.intern(
          combine(effect.how, Number(k.values.get(before)), Number(k.values.get(effect.operand))),
        );
  write(k, s, effect.cell, slot, after);
  return before;
}

export function compareAndSwap(k: Kernel, s: Int32Array, me: Context, effect: CompareAndSwap): ValueId | 0 {
  const slot = cellSlot(k, s, me, effect.cell);
  if (slot === undefined) return 0;
  if (s[slot] !== effect.expected) return k.no;
  write(k, s, effect.cell, slot, effect.value);
  return k.yes;
}

function write(k: Kernel, s: Int32Array, cell: Handle, slot: number, after: ValueId): void {
  const before = s[slot];
  s[slot] = after;
  k.listener?.({ type: 'changed', cell, before, after });
}

function combine(how: 'add' | 'or' | 'and' | 'xor', a: number, b: number): number {
  if (how === 'add') return (a + b) | 0;
  if (how === 'or') return a | b;
  return how === 'and' ? a & b : a ^ b;
}
