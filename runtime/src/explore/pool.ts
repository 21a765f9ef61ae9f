import { BLOCK, Blocks, sameBlock } from './blocks.ts';
import { Ints } from './ints.ts';

const CHUNK_BITS = 15;
const CHUNK = 1 << CHUNK_BITS;

/**
 * All states seen, each once and numbered in the order they came: as lists of blocks, without the zeros at the end, so that one
 * stored before a name was known equals the same one met later. Open addressing over the hash of the list.
 */
export class StatePool {
  readonly #blocks = new Blocks();
  /** The list of the state that is being added, and its hash. */
  #list = new Int32Array(64);
  #hash = 0;
  #chunks: Int32Array[] = [new Int32Array(CHUNK)];
  #free = 0;
  /** Where each state's length and blocks are: chunk << CHUNK_BITS | offset. */
  readonly #places = new Ints();
  readonly #hashes = new Ints();
  /** State number + 1; 0 is empty. */
  #table = new Int32Array(4096);

  get size(): number {
    return this.#places.length;
  }

  /** Words in use, for a limit on memory. */
  get words(): number {
    const lists = this.#chunks.length * CHUNK + this.#table.length + this.#places.data.length * 2;
    return lists + this.#blocks.words;
  }

  /**
   * The number of a state of at most `width` words. It is new if the pool has grown.
   *
   * @param like a state that shares much with it, and `words` what that one holds, with zeros up to `width`
   */
  add(s: Int32Array, width: number, like?: number, words?: Int32Array): number {
    const known = like !== undefined && words !== undefined;
    const length = known ? this.#writeLike(s, width, like, words) : this.#write(s, width);
    const list = this.#list;
    const hash = this.#hash;
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let state = this.#table[slot] - 1; state >= 0; state = this.#table[slot] - 1) {
      if (this.#hashes.data[state] === hash && this.#equals(state, list, length)) return state;
      slot = (slot + 1) & mask;
    }
    this.#store(list, length, hash);
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
    for (let i = 0; i < length; i++) this.#blocks.load(chunk[from + 1 + i], s, i * BLOCK, width);
    for (let i = length * BLOCK; i < width; i++) s[i] = 0;
  }

  /** One word of a state. */
  word(state: number, index: number): number {
    const place = this.#places.data[state];
    const chunk = this.#chunks[place >>> CHUNK_BITS];
    const from = place & (CHUNK - 1);
    const at = Math.floor(index / BLOCK);
    return at < chunk[from] ? this.#blocks.word(chunk[from + 1 + at], index % BLOCK) : 0;
  }

  /** Writes a state as a list of blocks, and returns its length. */
  #write(s: Int32Array, width: number): number {
    const most = this.#makeRoom(width);
    let length = 0;
    this.#hash = 0;
    for (let i = 0; i < most; i++) {
      const block = this.#blocks.add(s, i * BLOCK, width);
      this.#list[i] = block;
      this.#hash += part(block, i);
      if (block !== 0) length = i + 1;
    }
    this.#hash |= 0;
    return length;
  }

  /** The same, given a state that is stored: only where it differs are blocks looked up. */
  #writeLike(s: Int32Array, width: number, like: number, words: Int32Array): number {
    const most = this.#makeRoom(width);
    const list = this.#list;
    const place = this.#places.data[like];
    const chunk = this.#chunks[place >>> CHUNK_BITS];
    const from = place & (CHUNK - 1);
    const shared = chunk[from];
    let length = 0;
    let hash = this.#hashes.data[like];
    for (let i = 0; i < most; i++) {
      const before = i < shared ? chunk[from + 1 + i] : 0;
      let block = before;
      if (!sameBlock(s, words, i * BLOCK, width)) {
        block = this.#blocks.add(s, i * BLOCK, width);
        hash += part(block, i) - part(before, i);
      }
      list[i] = block;
      if (block !== 0) length = i + 1;
    }
    this.#hash = hash | 0;
    return length;
  }

  /** How many blocks a state of so many words has. */
  #makeRoom(width: number): number {
    const most = Math.ceil(width / BLOCK);
    if (most > this.#list.length) this.#list = new Int32Array(most * 2);
    return most;
  }

  #equals(state: number, list: Int32Array, length: number): boolean {
    const place = this.#places.data[state];
    const chunk = this.#chunks[place >>> CHUNK_BITS];
    const from = place & (CHUNK - 1);
    if (chunk[from] !== length) return false;
    for (let i = 0; i < length; i++) if (chunk[from + 1 + i] !== list[i]) return false;
    return true;
  }

  #store(list: Int32Array, length: number, hash: number): void {
    if (this.#free + length + 1 > CHUNK) {
      this.#chunks.push(new Int32Array(CHUNK));
      this.#free = 0;
    }
    const chunk = this.#chunks[this.#chunks.length - 1];
    chunk[this.#free] = length;
    for (let i = 0; i < length; i++) chunk[this.#free + 1 + i] = list[i];
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

/** What a block adds to the hash of a list: the sum of all is the same however it was come by, and zeros at the end add nothing. */
function part(block: number, index: number): number {
  if (block === 0) return 0;
  let hash = Math.imul(block ^ (index << 24) ^ (index >>> 8), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
