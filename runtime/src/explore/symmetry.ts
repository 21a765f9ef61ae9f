import { arrangements } from './arrangements.ts';
import { Exchange, layout, type Context, type Kernel, type Places } from '../kernel/index.ts';
import { Ints } from './ints.ts';
import type { Interchangeable } from './interchangeable.ts';
import { copy } from './macroStep.ts';
import { Permutations } from './permutations.ts';
import { StatePool } from './pool.ts';

/**
 * Of states that differ only in who of a group of interchangeable clients is who, a search stores the one it meets first: whatever
 * follows from it follows from the others, with the same clients exchanged (Ip & Dill, 1996). To find the others it keeps of every stored
 * state one more form, in which the members of a group are sorted.
 *
 * An edge then leads to the stored state by a *turn*: the permutation that takes the clients of what was reached into their places in
 * what is stored. By the turns nothing is lost (Emerson & Sistla's annotated quotient): who can return, and who moves in a circle, is
 * known of every single client. Where a state was first met its turn is 0, so ways back to the start are runs as they stand.
 */
export class Symmetry {
  readonly #interchangeable: Interchangeable;
  readonly #groups: readonly (readonly Context[])[];
  readonly #exchange: Exchange;
  readonly #permutations: Permutations;
  readonly #sorted = new StatePool();
  /** By stored state, the permutation that sorts it. */
  readonly #sorting = new Ints();
  readonly #scratch: Int32Array;
  readonly #places: Places;
  /** Of the state that was found last. */
  turn = 0;

  private constructor(
    k: Kernel,
    words: number,
    interchangeable: Interchangeable,
    groups: readonly (readonly Context[])[],
  ) {
    this.#interchangeable = interchangeable;
    this.#groups = groups;
    this.#exchange = new Exchange(k, groups.flat());
    this.#permutations = new Permutations(k.contexts.length);
    this.#scratch = new Int32Array(words);
    this.#places = this.#permutations.places(0).slice();
  }

  /** The symmetry of a program, as far as it is known; undefined if it has none. */
  static of(k: Kernel, words: number, interchangeable: Interchangeable): Symmetry | undefined {
    const groups = interchangeable.groups();
    return groups.length === 0 ? undefined : new Symmetry(k, words, interchangeable, groups);
  }

  /** Words in use, for a limit on memory. */
  get words(): number {
    return this.#sorted.words + this.#sorting.data.length;
  }

  /** The number of the stored state that this is, with clients exchanged by `turn`; one more than there are if it is none. */
  find(s: Int32Array, width: number): number {
    this.#interchangeable.check(s);
    const known = this.#sorted.size;
    const sorting = this.#sort(s, width);
    const state = this.#sorted.add(this.#scratch, width);
    if (this.#sorted.size > known) this.#sorting.push(sorting);
    this.turn = this.#permutations.composed(sorting, this.#permutations.inverse(this.#sorting.data[state]));
    return state;
  }

  /** The permutations that make other states of this one, one for each. */
  *turns(s: Int32Array): Iterable<number> {
    const scratch = this.#permutations.places(0).slice();
    const same = (a: Context, b: Context): boolean => this.#exchange.compare(s, a, b) === 0;
    for (const places of arrangements(this.#groups, scratch, same)) {
      const turn = this.#permutations.number(places);
      if (turn !== 0) yield turn;
    }
  }

  /** Where a turn puts each context. */
  places(turn: number): Places {
    return this.#permutations.places(turn);
  }

  /** Exchanges clients in place. */
  apply(s: Int32Array, turn: number): void {
    this.#exchange.apply(s, this.#permutations.places(turn));
  }

  /** Writes the sorted form into the scratch state, and says by which permutation. A run that failed goes on nowhere, and names somebody. */
  #sort(s: Int32Array, width: number): number {
    copy(s, this.#scratch, width);
    if (s[layout.FAILED] !== 0) return 0;
    let moved = false;
    for (const group of this.#groups) {
      const order = [...group];
      for (let i = 1; i < order.length; i++) {
        const c = order[i];
        let at = i;
        for (; at > 0 && this.#exchange.compare(s, order[at - 1], c) > 0; at--) order[at] = order[at - 1];
        order[at] = c;
      }
      for (let i = 0; i < order.length; i++) {
        this.#places[order[i].index] = group[i].index;
        moved ||= order[i] !== group[i];
      }
    }
    if (!moved) return 0;
    this.#exchange.apply(this.#scratch, this.#places);
    return this.#permutations.number(this.#places);
  }
}
