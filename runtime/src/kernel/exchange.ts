import type { Context } from './contexts.ts';
import { renameHolders } from './generations.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';

/** By context, the one whose place it takes; who is not in it stays. */
export type Places = Int32Array;

/**
 * Exchanges threads in a state: their words, and whatever else names them, which is the locks they own and the generations of timers
 * they have loaded. Values may name a thread too, and a failure does; whoever exchanges threads must know that none is of these.
 */
export class Exchange {
  readonly #k: Kernel;
  readonly #threads: readonly Context[];
  readonly #words: number;
  readonly #scratch: Int32Array;
  /** Where the mutexes and spin locks among the first `#records` records have their words. */
  readonly #locks: number[] = [];
  #records = 0;

  /** @param threads who may be exchanged */
  constructor(k: Kernel, threads: readonly Context[]) {
    this.#k = k;
    this.#threads = threads;
    this.#words = L.CONTEXT_WORDS + (k.buffers ? 1 : 0);
    this.#scratch = new Int32Array(threads.length * this.#words);
  }

  /** Puts every thread in its place. */
  apply(s: Int32Array, places: Places): void {
    const words = this.#words;
    this.#threads.forEach(({ slot }, i) => {
      for (let w = 0; w < words; w++) this.#scratch[i * words + w] = s[slot + w];
    });
    this.#threads.forEach(({ index }, i) => {
      const { slot } = this.#k.contexts[places[index]];
      for (let w = 0; w < words; w++) s[slot + w] = this.#scratch[i * words + w];
    });
    for (const slot of this.#lockSlots()) {
      const owner = (s[slot] >> L.OWNER_SHIFT) - 1;
      if (s[slot] <= 0 || owner >= places.length) continue;
      s[slot] = ((places[owner] + 1) << L.OWNER_SHIFT) | (s[slot] & L.LEVELS);
    }
    for (const { slot } of this.#k.callouts) {
      const held = s[slot] === L.GONE ? 0 : s[slot + L.CALLOUT_GENERATIONS];
      if (held !== 0) s[slot + L.CALLOUT_GENERATIONS] = renameHolders(this.#k, held, (c) => places[c] ?? c);
    }
  }

  /** An order of two threads by what a state says of them; 0 if nothing but timers' generations could tell them apart. */
  compare(s: Int32Array, a: Context, b: Context): number {
    for (let w = 0; w < this.#words; w++) {
      const difference = s[a.slot + w] - s[b.slot + w];
      if (difference !== 0) return difference;
    }
    for (const slot of this.#lockSlots()) {
      const owner = (s[slot] >> L.OWNER_SHIFT) - 1;
      if (s[slot] > 0 && (owner === a.index || owner === b.index)) return owner === a.index ? -1 : 1;
    }
    return 0;
  }

  #lockSlots(): readonly number[] {
    const { all } = this.#k.records;
    for (; this.#records < all.length; this.#records++) {
      const record = all[this.#records];
      if (record?.kind === 'mutex' || record?.kind === 'spinLock') this.#locks.push(record.slot);
    }
    return this.#locks;
  }
}
