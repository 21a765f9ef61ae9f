import { Heap } from './heap.ts';
import type { Label } from './graph.ts';
import { Ints } from './ints.ts';
import { TailLists, type Tails } from './tails.ts';

/** (preemptions, switches, steps) as one number: 16, 18 and 18 bits. */
const SWITCH = 2 ** 18;
const PREEMPTION = 2 ** 36;

export const keyOf = (preemptions: number, switches: number, steps: number): number =>
  preemptions * PREEMPTION + switches * SWITCH + steps;

/** A way to a state. */
export interface Way {
  readonly state: number;
  /** The context that moved last. */
  readonly last: number;
  readonly key: number;
  readonly tails: Tails;
}

/** Ways to reach a state with a last context: what a cheapest-first search goes through. */
export class Nodes {
  readonly states = new Ints();
  readonly lasts = new Ints();
  /** The node before, and the label of the edge from there. */
  readonly parents = new Ints();
  readonly labels = new Ints();
  /** What it cost to get there, without what its tails would cost. */
  readonly keys: number[] = [];
  readonly tails = new Ints();
  readonly tailLists = new TailLists();
  /** By node, once settled: whether leaving its last context is a preemption. */
  readonly preempts = new Ints();
  readonly #queue = new Heap();
  /** By state the node settled there last, by node the one settled before it; + 1, 0 is none. */
  readonly #newest = new Ints();
  readonly #older = new Ints();

  /** What they take up, in bytes. */
  get bytes(): number {
    return this.keys.length * 52;
  }

  add({ state, last, key, tails }: Way, parent: number, label: Label): void {
    this.states.push(state);
    this.lasts.push(last);
    this.tails.push(tails);
    this.parents.push(parent);
    this.labels.push(label);
    this.#queue.push(key, this.keys.push(key) - 1);
  }

  /** The way that a node is. */
  way(node: number): Way {
    const { states, lasts, keys, tails } = this;
    return { state: states.data[node], last: lasts.data[node], key: keys[node], tails: tails.data[node] };
  }

  /** The cheapest node not taken yet. */
  take(): number | undefined {
    return this.#queue.pop();
  }

  settle(node: number, preempts: boolean): void {
    const state = this.states.data[node];
    this.preempts.set(node, preempts ? 1 : 0);
    this.#older.set(node, this.#newest.data[state] ?? 0);
    this.#newest.set(state, node + 1);
  }

  /**
   * Whether a settled node of the state is at least as good as such a new one, whoever moves next, tails included: to change from its last
   * context to the new one's costs a switch, and a preemption if its own could go on, else its tail. Where the new one's cannot go on, it
   * must pay the switch too. So if that dearest way to go on is no dearer than the new one is already, the new one can be dropped.
   */
  isDominated({ state, last, key, tails }: Way, goesOn: () => boolean): boolean {
    for (let other = this.#newestOf(state); other >= 0; other = this.#older.data[other] - 1) {
      const theirs = this.keys[other] + this.tailLists.excess(this.tails.data[other], tails);
      if (this.lasts.data[other] === last && theirs <= key) return true;
      const worst = theirs + (this.preempts.data[other] ? PREEMPTION : this.#ownTail(other));
      if (worst + SWITCH <= key) return true;
      if (worst <= key && !goesOn()) return true;
    }
    return false;
  }

  #ownTail(node: number): number {
    return this.tailLists.of(this.tails.data[node], this.lasts.data[node]);
  }

  /** The cheapest way to a state; its key is Infinity if none was settled. */
  leastOf(state: number): { node: number; key: number } {
    let least = { node: -1, key: Infinity };
    for (let node = this.#newestOf(state); node >= 0; node = this.#older.data[node] - 1) {
      if (this.keys[node] <= least.key) least = { node, key: this.keys[node] };
    }
    return least;
  }

  /** The labels of the edges to a node. */
  path(node: number): Label[] {
    const labels: Label[] = [];
    for (let at = node; this.parents.data[at] >= 0; at = this.parents.data[at])
      labels.push(this.labels.data[at]);
    return labels.toReversed();
  }

  #newestOf(state: number): number {
    return (this.#newest.data[state] ?? 0) - 1;
  }
}
