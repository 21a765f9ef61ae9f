import { hashOf } from './hash.ts';

const BITS = 3;
/** So many neighboring words of a state are stored together. */
export const BLOCK = 1 << BITS;

/** Whether two states hold the same from `at` to the end of a block; nothing counts behind `end`. */
export function sameBlock(a: Int32Array, b: Int32Array, at: number, end: number): boolean {
  if (at + BLOCK > end) {
    for (let i = at; i < end; i++) if (a[i] !== b[i]) return false;
    return true;
  }
  // one condition: this is where a search spends its time
  return (
    a[at] === b[at] &&
    a[at + 1] === b[at + 1] &&
    a[at + 2] === b[at + 2] &&
    a[at + 3] === b[at + 3] &&
    a[at + 4] === b[at + 4] &&
    a[at + 5] === b[at + 5] &&
    a[at + 6] === b[at + 6] &&
    a[at + 7] === b[at + 7]
  );
}

/** Every block of words that states have, once. A step changes few of them, so states share nearly all. Block 0 is all zeros. */
export class Blocks {
  #words = new Int32Array(BLOCK * 512);
  #size = 1;
  readonly #one = new Int32Array(BLOCK);
  /** Block numbers; 0 is empty. */
  #table = new Int32Array(1024);

  /** Words in use, for a limit on memory. */
  get words(): number {
    return this.#words.length + this.#table.length;
  }

  /** The number of the block that stands in `s` from `at`. */
  add(s: Int32Array, at: number, end: number): number {
    const one = this.#one;
    let any = 0;
    for (let i = 0; i < BLOCK; i++) {
      one[i] = at + i < end ? s[at + i] : 0;
      any |= one[i];
    }
    if (any === 0) return 0;
    const mask = this.#table.length - 1;
    let slot = hashOf(one, BLOCK) & mask;
    for (let known = this.#table[slot]; known !== 0; known = this.#table[slot]) {
      if (this.#is(known, one)) return known;
      slot = (slot + 1) & mask;
    }
    return this.#store(one, slot);
  }

  /** Writes a block into `s` from `at`, and nothing behind `end`. */
  load(block: number, s: Int32Array, at: number, end: number): void {
    const from = block << BITS;
    const words = this.#words;
    const last = Math.min(BLOCK, end - at);
    for (let i = 0; i < last; i++) s[at + i] = words[from + i];
  }

  /** One word of a block. */
  word(block: number, index: number): number {
    return this.#words[(block << BITS) + index];
  }

  #is(block: number, one: Int32Array): boolean {
    const from = block << BITS;
    for (let i = 0; i < BLOCK; i++) if (this.#words[from + i] !== one[i]) return false;
    return true;
  }

  #store(one: Int32Array, slot: number): number {
    const block = this.#size++;
    if (block << BITS === this.#words.length) {
      const larger = new Int32Array(this.#words.length * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words.set(one, block << BITS);
    this.#table[slot] = block;
    if (this.#size * 2 > this.#table.length) this.#rehash();
    return block;
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let block = 1; block < this.#size; block++) {
      this.load(block, this.#one, 0, BLOCK);
      let slot = hashOf(this.#one, BLOCK) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = block;
    }
    this.#table = table;
  }
}
