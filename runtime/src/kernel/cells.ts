import type { CompareAndSwap, Handle, Load, Store, Update, ValueId } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import { BUFFER, GONE } from './layout.ts';
import { isBuffered, MOST_WAITING, waitingStores } from './storeBuffers.ts';

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
  const own = waitingStores(k, s, me).findLast(({ cell }) => cell === effect.cell);
  const value = own ? own.value : s[slot];
  k.listener?.({ type: 'read', cell: effect.cell, value });
  return value;
}

export function store(k: Kernel, s: Int32Array, me: Context, effect: Store): ValueId | 0 {
  const slot = cellSlot(k, s, me, effect.cell);
  if (slot === undefined) return 0;
  if (isBuffered(k, me, effect.cell)) buffer(k, s, me, effect);
  else write(k, s, effect.cell, slot, effect.value);
  return k.nothing;
}

/** A store joins its context's buffer; a full one makes room first. */
function buffer(k: Kernel, s: Int32Array, me: Context, { cell, value }: Store): void {
  const { buffers } = k;
  if (!buffers) return;
  if (waitingStores(k, s, me).length === MOST_WAITING) {
    buffers.wasFull = true;
    writeOldest(k, s, me);
  }
  s[me.slot + BUFFER] = buffers.with(s[me.slot + BUFFER], { cell, value });
  k.listener?.({ type: 'buffered', cell, value });
}

/** The oldest waiting store of a context reaches memory. Its cell may have gone meanwhile. */
export function writeOldest(k: Kernel, s: Int32Array, me: Context): void {
  const [oldest] = waitingStores(k, s, me);
  if (!k.buffers || !oldest) throw new Error('internal bug: no store waits');
  s[me.slot + BUFFER] = k.buffers.rest(s[me.slot + BUFFER]);
  const slot = cellSlot(k, s, me, oldest.cell);
  if (slot !== undefined) write(k, s, oldest.cell, slot, oldest.value);
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

/** Memory changes. */
export function write(k: Kernel, s: Int32Array, cell: Handle, slot: number, after: ValueId): void {
  const before = s[slot];
  s[slot] = after;
  k.listener?.({ type: 'changed', cell, before, after });
}

function combine(how: 'add' | 'or' | 'and' | 'xor', a: number, b: number): number {
  if (how === 'add') return (a + b) | 0;
  // XNU's OSBit…Atomic work on UInt32, OSAddAtomic on SInt32.
  if (how === 'or') return (a | b) >>> 0;
  return (how === 'and' ? a & b : a ^ b) >>> 0;
}
