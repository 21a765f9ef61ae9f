import { enabled, isMayStep, layout, type Context, type Kernel, type PackedChoice } from '../kernel/index.ts';
import type { Assumptions } from './assumptions.ts';
import { allReturned, Checks } from './checks.ts';
import { Graph, label } from './graph.ts';
import { Ints } from './ints.ts';
import { LimitReached, type Limits } from './limits.ts';
import { copy, MacroStep } from './macroStep.ts';
import type { Interchangeable } from './interchangeable.ts';
import type { Monitors } from './monitors.ts';
import { StatePool } from './pool.ts';
import type { PropertySet } from './properties.ts';
import type { Reductions } from './reductions.ts';
import { Symmetry } from './symmetry.ts';
import type { Failure } from './verdict.ts';

/** The longest state a search can hold. */
export const MOST_WORDS = 1 << 12;

/** What went wrong, and where: in a state, or `steps` steps into a choice taken there. */
export interface Finding {
  readonly failure: Failure;
  readonly state: number;
  readonly choice: PackedChoice;
  readonly steps: number;
  /** How the clients of that state are exchanged where it happened (`Symmetry`); 0, if left out: they are not. */
  readonly turn?: number;
}

/** What every search over one program shares. */
export interface World {
  readonly kernel: Kernel;
  readonly initial: Int32Array;
  readonly clients: readonly Context[];
  readonly properties: PropertySet;
  readonly monitors: Monitors;
  readonly assumptions: Assumptions;
  readonly interchangeable: Interchangeable;
  readonly limits: Limits;
}

/**
 * Stores states and edges, and expands one state after the other; which is next is the caller's choice. An edge is a macro-step, so the
 * states in the midst of one are checked and not stored.
 */
export class Search {
  readonly pool = new StatePool();
  readonly graph = new Graph();
  readonly finals: number[] = [];
  /** By state: the one it was first reached from, and by what; the first has none. */
  readonly parents = new Ints();
  readonly arrivals = new Ints();
  readonly world: World;
  readonly reductions: Reductions;
  /** Undefined where every state is stored. */
  readonly symmetry: Symmetry | undefined;
  /** By edge, where there is symmetry: the turn by which it leads to its target. */
  readonly turns = new Ints();
  readonly #macro: MacroStep;
  readonly #checks: Checks;
  readonly #here = new Int32Array(MOST_WORDS);
  readonly #there = new Int32Array(MOST_WORDS);
  readonly #choices: PackedChoice[] = [];

  constructor(world: World, reductions: Reductions) {
    this.world = world;
    this.reductions = reductions;
    this.#macro = new MacroStep(world.kernel, MOST_WORDS, { ...world, reductions });
    this.#checks = new Checks(world.kernel, world);
    this.symmetry = reductions.symmetry
      ? Symmetry.of(world.kernel, MOST_WORDS, world.interchangeable)
      : undefined;
    this.#store(world.initial, Math.min(world.initial.length, MOST_WORDS), -1);
    this.parents.push(-1);
    this.arrivals.push(0);
  }

  /** What is stored takes this much memory. */
  get bytes(): number {
    const { targets, labels } = this.graph;
    const symmetry = this.symmetry ? this.symmetry.words + this.turns.data.length : 0;
    const edges = targets.data.length + labels.data.length;
    return 4 * (this.pool.words + edges + 4 * this.parents.data.length + symmetry);
  }

  /** Puts a stored state into `s`. */
  load(state: number, s: Int32Array): Int32Array {
    this.pool.load(state, s, this.#width());
    return s;
  }

  /** Checks a state, and stores what every choice in it leads to. */
  expand(state: number, report: (finding: Finding) => void): void {
    const { kernel, clients } = this.world;
    const here = this.load(state, this.#here);
    this.#checks.state(here, (failure) => report({ failure, state, choice: 0, steps: 0 }));
    const count = enabled(kernel, here, this.#choices);
    // a state is final where all clients have returned and nothing must move any more
    let helped = false;
    this.graph.open(state);
    for (let i = 0; i < count; i++) {
      const may = isMayStep(kernel, here, this.#choices[i]);
      helped ||= !may;
      this.#take(state, this.#choices[i], may, report);
    }
    this.graph.close(state);
    if (helped || here[layout.FAILED] !== 0 || !allReturned(here, clients)) return;
    this.finals.push(state);
    for (const { turn, s } of this.turned(here))
      this.#checks.end(s, (failure) => report({ failure, state, choice: 0, steps: 0, turn }));
  }

  /** All states that a stored one stands for, itself first; each is gone when the next is asked for. */
  *turned(s: Int32Array): Iterable<{ readonly turn: number; readonly s: Int32Array }> {
    yield { turn: 0, s };
    if (!this.symmetry) return;
    for (const turn of this.symmetry.turns(s)) {
      copy(s, this.#there, this.#width());
      this.symmetry.apply(this.#there, turn);
      yield { turn, s: this.#there };
    }
  }

  #take(state: number, choice: PackedChoice, may: boolean, report: (finding: Finding) => void): void {
    const there = this.#there;
    const steps = this.#macro.take(this.#here, there, choice, (s) =>
      this.#checks.state(s, (failure) => report({ failure, state, choice, steps: 1 })),
    );
    const target = this.#store(there, this.#width(), state);
    const edge = label(choice, steps, may);
    this.graph.add(target, edge);
    if (this.symmetry) this.turns.push(this.symmetry.turn);
    if (this.pool.size === this.parents.length) return;
    this.parents.push(state);
    this.arrivals.push(edge);
    if (this.pool.size > this.world.limits.states) {
      throw new LimitReached('states', this.world.limits.states);
    }
  }

  #store(s: Int32Array, width: number, like: number): number {
    if (!this.symmetry) return like < 0 ? this.pool.add(s, width) : this.pool.add(s, width, like, this.#here);
    const state = this.symmetry.find(s, width);
    return state < this.pool.size ? state : this.pool.add(s, width);
  }

  #width(): number {
    const { width } = this.world.kernel.records;
    if (width > MOST_WORDS) throw new LimitReached('names', MOST_WORDS);
    return width;
  }
}
