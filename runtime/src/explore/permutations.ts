import type { Places } from '../kernel/index.ts';

/** The permutations of contexts that leave each in its group, numbered as they are met; 0 leaves everybody where they are. */
export class Permutations {
  readonly #identity: Places;
  readonly #all: Places[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #composed = new Map<number, number>();
  readonly #inverses: (number | undefined)[] = [];

  /** @param contexts how many there are, in a group or not */
  constructor(contexts: number) {
    this.#identity = Int32Array.from({ length: contexts }, (_, i) => i);
    this.number(this.#identity);
  }

  /** The number of a permutation; it is copied if it is new. */
  number(places: Places): number {
    const key = places.join();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#all.push(places.slice()) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  places(number: number): Places {
    return this.#all[number];
  }

  /** One permutation after another. */
  composed(first: number, second: number): number {
    if (first === 0) return second;
    if (second === 0) return first;
    const key = first * 2 ** 20 + second;
    let number = this.#composed.get(key);
    if (number === undefined) {
      const [before, after] = [this.places(first), this.places(second)];
      number = this.number(before.map((context) => after[context]));
      this.#composed.set(key, number);
    }
    return number;
  }

  inverse(number: number): number {
    let inverse = this.#inverses[number];
    if (inverse === undefined) {
      const back = this.#identity.slice();
      this.places(number).forEach((to, from) => (back[to] = from));
      this.#inverses[number] = inverse = this.number(back);
    }
    return inverse;
  }
}
