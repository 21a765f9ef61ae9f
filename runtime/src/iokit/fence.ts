import { ask, type Op } from '../effects/index.ts';

/** Orders that a fence may keep, as C's `<stdatomic.h>` numbers them. */
export const memory_order_acquire = 2;
export const memory_order_release = 3;
export const memory_order_acq_rel = 4;
export const memory_order_seq_cst = 5;

export type MemoryOrder =
  | typeof memory_order_acquire
  | typeof memory_order_release
  | typeof memory_order_acq_rel
  | typeof memory_order_seq_cst;

/**
 * Keeps memory accesses in order. With `memory_order_seq_cst` the thread goes on only when its stores are in memory; x86 keeps all the
 * other orders by itself, so with one of them this does nothing, and is no step.
 *
 * @param order what it keeps apart: of these only `memory_order_seq_cst` keeps a load from overtaking a store
 * @see atomic_thread_fence in C, which XNU's queues use
 * @example
 * const [mine, yours] = [unsynchronized(0), unsynchronized(0)];
 * yield* mine.set(1);
 * yield* atomic_thread_fence(memory_order_seq_cst);
 * yield* yours.get(); // 0
 */
export function* atomic_thread_fence(order: MemoryOrder): Op {
  if (order === memory_order_seq_cst) yield* ask({ type: 'fence' });
}
