import { layout, type Context, type Kernel } from '../../kernel/index.ts';
import type { Node } from './bruteForce.ts';

/** How many states are left of these if those that differ only in who of all clients is who count once. By trying every permutation. */
export function orbits(k: Kernel, nodes: readonly Node[]): number {
  const clients = k.contexts.filter(({ kind }) => kind === 'client');
  const all = permutations(clients);
  const locks = k.records.all.flatMap((r) => (r?.kind === 'mutex' ? [r.slot] : []));
  const words = layout.CONTEXT_WORDS + (k.buffers ? 1 : 0);
  const textOf = (state: Int32Array, order: readonly Context[]): string => {
    const s = state.slice(0, k.records.width);
    clients.forEach(({ slot }, i) => s.set(state.subarray(order[i].slot, order[i].slot + words), slot));
    for (const lock of locks) {
      const owner = order.findIndex(({ index }) => index === (state[lock] >> layout.OWNER_SHIFT) - 1);
      if (state[lock] > 0 && owner >= 0) s[lock] = ((clients[owner].index + 1) << 8) | (state[lock] & 255);
    }
    return s.join();
  };
  const least = ({ state }: Node): string => {
    const [first] = all.map((order) => textOf(state, order)).toSorted();
    return first;
  };
  return new Set(nodes.map(least)).size;
}

function permutations<T>(list: readonly T[]): (readonly T[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((first, i) => permutations(list.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}
