/** As much of a browser's storage as is used. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'work-loop:';

/**
 * Texts by name that outlive the page. Where the browser keeps nothing (private windows, blocked or full storage) they live as long as
 * the page does.
 */
export class Shelf {
  readonly #texts = new Map<string, string | null>();
  readonly #listeners = new Set<() => void>();
  readonly #store: () => TextStore;

  /** @param store gives the browser's storage; it may throw, and so may the storage */
  constructor(store: () => TextStore) {
    this.#store = store;
  }

  read(name: string): string | null {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const text = this.#attempt((store) => store.getItem(prefix + name)) ?? null;
    this.#texts.set(name, text);
    return text;
  }

  /** What texts there are. */
  names(): string[] {
    const stored = this.#attempt((store) =>
      Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
    );
    return [...new Set([...(stored ?? []), ...this.#texts.keys()])]
      .filter((name) => this.read(name) !== null)
      .toSorted();
  }

  /** @param text null: forget it */
  write(name: string, text: string | null): void {
    this.#texts.set(name, text);
    this.#attempt((store) =>
      text === null ? store.removeItem(prefix + name) : store.setItem(prefix + name, text),
    );
    for (const listener of this.#listeners) listener();
  }

  /** Calls the listener after each write; the result ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #attempt<Answer>(use: (store: TextStore) => Answer): Answer | undefined {
    try {
      return use(this.#store());
    } catch {
      return undefined;
    }
  }
}
