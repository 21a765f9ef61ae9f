import { Ints } from './ints.ts';

const CHUNK_BITS = 15;
const CHUNK = 1 << CHUNK_BITS;

/**
 * All states seen, each once and numbered in the order they came. A state is stored without the zeros at its end, so that one
 * stored before a name was known equals the same one met later. Open addressing over the hash of its words.
 */
export class StatePool {
  #chunks: Int32Array[] = [new Int32Array(CHUNK)];
  #free = 0;
  /** Where each state's length and words are: chunk << CHUNK_BITS | offset. */
  readonly #places = new Ints();
  readonly #hashes = new Ints();
  /** State number + 1; 0 is empty. */
  #table = new Int32Array(4096);

  get size(): number {
    return this.#places.length;
  }

  /** Words in use, for a limit on memory. */
  get words(): number {
    return this.#chunks.length * CHUNK + this.#table.length + this.#places.data.length * 2;
  }

  /** The number of a state of at most `width` words. It is new if the pool has grown. */
  add(s: Int32Array, width: number): number {
    let length = width;
    while (length > 0 && s[length - 1] === 0) length--;
    const hash = hashOf(s, length);
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let known = this.#table[slot]; known !== 0; known = this.#table[slot]) {
      if (this.#hashes.data[known - 1] === hash && this.#equals(known - 1, s, length)) return known - 1;
      slot = (slot + 1) & mask;
    }
    this.#store(s, length, hash);
    this.#table[slot] = this.size;
    if (this.size * 2 > this.#table.length) this.#rehash();
    return this.size - 1;
  }

  /** Writes a state into `s`, with zeros up to `width`. */
  load(state: number, s: Int32Array, width: number): void {
    const place = this.#places.data[state];
    const chunk = this.#chunks[place >>> CHUNK_BITS];
    const from = place & (CHUNK - 1);
    const length = chunk[from];
    for (let i = 0; i < length; i++) s[i] = chunk[from + 1 + i];
    for (let i = length; i < width; i++) s[i] = 0;
  }

  #equals(state: number, s: Int32Array, length: number): boolean {
    const place = this.#places.data[state];
    const chunk = this.#chunks[place >>> CHUNK_BITS];
    const from = place & (CHUNK - 1);
    if (chunk[from] !== length) return false;
    for (let i = 0; i < length; i++) if (chunk[from + 1 + i] !== s[i]) return false;
    return true;
  }

  #store(s: Int32Array, length: number, hash: number): void {
    if (this.#free + length + 1 > CHUNK) {
      this.#chunks.push(new Int32Array(CHUNK));
      this.#free = 0;
    }
    const chunk = this.#chunks[this.#chunks.length - 1];
    chunk[this.#free] = length;
    for (let i = 0; i < length; i++) chunk[this.#free + 1 + i] = s[i];
    this.#places.push(((this.#chunks.length - 1) << CHUNK_BITS) | this.#free);
    this.#hashes.push(hash);
    this.#free += length + 1;
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let state = 0; state < this.size; state++) {
      let slot = this.#hashes.data[state] & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = state + 1;
    }
    this.#table = table;
  }
}

/** A hash of the first `length` words. */
export function hashOf(s: Int32Array, length: number): number {
  let hash = length;
  for (let i = 0; i < length; i++) {
    hash = Math.imul(hash ^ s[i], 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
