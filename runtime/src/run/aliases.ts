/**
 * Matches the names of a token with those of a program that may have changed since. Equal names are the same thing; and so are two that
 * only the token knows, and only the program, once they have been taken for each other: one was given the other's name.
 */
export class Aliases {
  readonly #inToken: ReadonlySet<string>;
  readonly #inProgram: (name: string) => boolean;
  readonly #renamed = new Map<string, string>();

  /**
   * @param inToken all names of the token
   * @param inProgram whether the program has a thing of this name
   */
  constructor(inToken: Iterable<string>, inProgram: (name: string) => boolean) {
    this.#inToken = new Set(inToken);
    this.#inProgram = inProgram;
  }

  /** Whether what the token calls so may be what the program calls so. */
  may(wanted: string, actual: string): boolean {
    const known = this.#renamed.get(wanted);
    if (known !== undefined || wanted === actual) return (known ?? actual) === actual;
    const isFree = !this.#inToken.has(actual) && ![...this.#renamed.values()].includes(actual);
    return isFree && !this.#inProgram(wanted);
  }

  /** They are the same from now on. */
  take(wanted: string, actual: string): void {
    if (wanted !== actual) this.#renamed.set(wanted, actual);
  }
}
