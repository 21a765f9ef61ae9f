import { Graph } from '../src/explore/graph.ts';
import { Ints } from '../src/explore/ints.ts';
import { copy } from '../src/explore/macroStep.ts';
import { StatePool } from '../src/explore/pool.ts';
import type { Search } from '../src/explore/search.ts';
import { STATE_WORDS } from '../src/run/world.ts';
import type { Machine, Move } from './machine.ts';

/** A graph of states in which the ends of all runs are. */
export interface Explored extends Pick<Search, 'graph' | 'pool'> {
  /** States in which nothing moves: the run is over. */
  readonly ends: readonly number[];
  /** Puts a state into `s`. */
  load(state: number, s: Int32Array): Int32Array;
}

/** Every state that any schedule reaches, one by one and without a reduction. */
export class Everything implements Explored {
  readonly pool = new StatePool();
  readonly graph = new Graph();
  readonly ends: number[] = [];
  /** False: there are more states than were wanted. */
  readonly complete: boolean;
  readonly #machine: Machine;
  readonly #parents = new Ints();
  readonly #arrivals = new Ints();
  readonly #here = new Int32Array(STATE_WORDS);
  readonly #there = new Int32Array(STATE_WORDS);

  constructor(machine: Machine, most: number) {
    this.#machine = machine;
    this.#add(machine.initial, -1, 0);
    let state = 0;
    for (; state < this.pool.size && this.pool.size <= most; state++) this.#expand(state);
    this.complete = state === this.pool.size;
  }

  load(state: number, s: Int32Array): Int32Array {
    this.pool.load(state, s, this.#machine.kernel.records.width);
    return s;
  }

  /** The moves that first reached a state. */
  wayTo(state: number): readonly Move[] {
    const moves: Move[] = [];
    for (let at = state; at > 0; at = this.#parents.data[at]) moves.push(this.#arrivals.data[at]);
    return moves.toReversed();
  }

  #expand(state: number): void {
    const here = this.load(state, this.#here);
    const moves = this.#machine.moves(here);
    if (moves.length === 0) this.ends.push(state);
    this.graph.open(state);
    for (const move of moves) {
      copy(here, this.#there, this.#machine.kernel.records.width);
      this.#machine.step(this.#there, move);
      this.graph.add(this.#add(this.#there, state, move), 0);
    }
    this.graph.close(state);
  }

  #add(s: Int32Array, parent: number, move: Move): number {
    const state = this.pool.add(s, this.#machine.kernel.records.width);
    if (state === this.#parents.length) {
      this.#parents.push(parent);
      this.#arrivals.push(move);
    }
    return state;
  }
}
