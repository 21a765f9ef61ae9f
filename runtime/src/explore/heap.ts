/** A queue that gives back the item with the least key first; of equal ones, the one put in first. */
export class Heap {
  readonly #keys: number[] = [];
  readonly #items: number[] = [];

  /** Items are numbered in the order they are put in. */
  push(key: number, item: number): void {
    let at = this.#items.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(key, item, parent)) break;
      this.#put(at, this.#keys[parent], this.#items[parent]);
      at = parent;
    }
    this.#put(at, key, item);
  }

  /** The first item; undefined when there is none. */
  pop(): number | undefined {
    const first = this.#items[0];
    const key = this.#keys.pop();
    const item = this.#items.pop();
    if (key === undefined || item === undefined) return undefined;
    if (this.#items.length > 0) this.#sink(key, item);
    return first;
  }

  #sink(key: number, item: number): void {
    const { length } = this.#items;
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      if (child + 1 < length && this.#before(this.#keys[child + 1], this.#items[child + 1], child)) child++;
      if (this.#before(key, item, child)) break;
      this.#put(at, this.#keys[child], this.#items[child]);
      at = child;
    }
    this.#put(at, key, item);
  }

  #before(key: number, item: number, at: number): boolean {
    return key < this.#keys[at] || (key === this.#keys[at] && item < this.#items[at]);
  }

  #put(at: number, key: number, item: number): void {
    this.#keys[at] = key;
    this.#items[at] = item;
  }
}
