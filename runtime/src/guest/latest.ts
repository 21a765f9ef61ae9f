/** Remembers what was made last, by name: the scenarios of one exercise share their files. */
export class Latest<T> {
  readonly #made = new Map<string, T>();
  readonly #most: number;

  /** @param most how many are remembered */
  constructor(most: number) {
    this.#most = most;
  }

  get(name: string, make: () => T): T {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const made = make();
    this.#made.set(name, made);
    const [oldest] = this.#made.keys();
    if (this.#made.size > this.#most && oldest !== undefined) this.#made.delete(oldest);
    return made;
  }
}
