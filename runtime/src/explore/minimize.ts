import { isPreemption, isSwitch, lastAfter, NOBODY, Preemption } from './cost.ts';
import { pause, type DecideOptions } from './decide.ts';
import { choiceOf, isMay, label, stepsOf } from './graph.ts';
import { hangs, isHang, stillHang, type Hang } from './hangs.ts';
import { keyOf, Nodes } from './nodes.ts';
import { anyWaits, isFlush, type PackedChoice } from '../kernel/index.ts';
import type { Reductions } from './reductions.ts';
import type { Found } from './counterexample.ts';
import { sameKind } from './sameKind.ts';
import { finish, type Slices } from './slices.ts';
import { flat, trim } from './trim.ts';
import { MOST_WORDS, Search, type Finding, type World } from './search.ts';
import type { Failure } from './verdict.ts';

/** What to look for: a failure of this kind, and for a hang whether in every one of them nothing moves. */
export interface Wanted {
  readonly failure: Failure;
  readonly still: boolean;
}

const OFTEN = 4096;

/** Minimizes to the end. */
export const minimize = (
  world: World,
  reductions: Reductions,
  wanted: Wanted,
  options: Pick<DecideOptions, 'onProgress' | 'cancelled' | 'questions'>,
): Found | undefined => finish(minimizing(world, reductions, wanted, options), options);

/**
 * Cheapest-first over (state, last context): the failure of the wanted kind that is least in (preemptions, switches, steps). The last
 * context is part of a node, for what the next step costs depends on it. Without the unlock reduction and symmetry, which do not preserve
 * costs; the others may take steps that the failure does not need, which `trim` cuts off. Undefined if there is none. Throws LimitReached
 * and Cancelled.
 */
export function* minimizing(
  world: World,
  reductions: Reductions,
  wanted: Wanted,
  options: Pick<DecideOptions, 'questions'>,
): Slices<Found | undefined> {
  for (;;) {
    world.assumptions.restart();
    const least = yield* new Minimizing(world, { ...reductions, unlock: false, symmetry: false }, wanted).run(
      options,
    );
    if (!world.assumptions.broken) return least;
  }
}

class Minimizing {
  readonly #world: World;
  readonly #wanted: Wanted;
  readonly #search: Search;
  readonly #nodes = new Nodes();
  readonly #preemption: Preemption;
  readonly #s = new Int32Array(MOST_WORDS);
  /** What was found on the way out of a state. */
  readonly #found = new Map<number, Finding[]>();
  /** Nodes that stand for a finding in the middle of a macro-step. */
  readonly #goals = new Map<number, Finding>();

  constructor(world: World, reductions: Reductions, wanted: Wanted) {
    this.#world = world;
    this.#wanted = wanted;
    this.#search = new Search(world, reductions);
    this.#preemption = new Preemption(world);
  }

  *run(options: Pick<DecideOptions, 'questions'>): Slices<Found | undefined> {
    this.#nodes.add(0, NOBODY, 0, -1, 0);
    for (let taken = 0, node = this.#nodes.take(); node !== undefined; node = this.#nodes.take(), taken++) {
      const goal = this.#goals.get(node);
      if (goal) return this.#least(node, goal.failure);
      const here = this.#visit(node);
      if (here) return here;
      if (this.#world.assumptions.broken) return undefined;
      if (taken % OFTEN < OFTEN - 1) continue;
      yield* pause(this.#search, taken, options, { moreBytes: this.#nodes.bytes });
    }
    return this.#leastHang();
  }

  /** Settles a node and adds what follows it; returns the answer if it is one. */
  #visit(node: number): Found | undefined {
    const state = this.#nodes.states.data[node];
    const last = this.#nodes.lasts.data[node];
    const cost = this.#nodes.keys[node];
    if (this.#nodes.isDominated(state, last, cost, () => this.#canGoOn(state, last))) return undefined;
    const s = this.#search.load(state, this.#s);
    const preempts = this.#preemption.of(s, last);
    // a flush moves for nothing, and who could not go on before it may be able to behind it
    this.#nodes.settle(node, preempts || anyWaits(this.#world.kernel, s));
    const found = this.#expand(state);
    const here = found?.find((finding) => finding.steps === 0);
    if (here) return this.#least(node, here.failure);
    const hang = this.#stillHang(state);
    if (hang) return { ...this.#least(node, hang.failure), hang };
    for (const finding of found ?? []) {
      const key = this.#keyAfter(node, preempts, finding.choice, finding.steps, false);
      this.#goals.set(this.#nodes.keys.length, finding);
      this.#nodes.add(state, finding.choice >> 8, key, node, label(finding.choice, finding.steps, false));
    }
    const { graph } = this.#search;
    for (let e = graph.first(state); e < graph.end(state); e++) {
      const l = graph.labels.data[e];
      const target = graph.targets.data[e];
      const context = lastAfter(choiceOf(l), last);
      const key = this.#keyAfter(node, preempts, choiceOf(l), stepsOf(l), isMay(l));
      // whether it can go on is not known before its state is expanded
      if (!this.#nodes.isDominated(target, context, key, () => true)) {
        this.#nodes.add(target, context, key, node, l);
      }
    }
    return undefined;
  }

  /** The cost of a node and a choice taken there. */
  #keyAfter(node: number, preempts: boolean, choice: PackedChoice, steps: number, may: boolean): number {
    const last = this.#nodes.lasts.data[node];
    const preemption = isPreemption(this.#world.kernel, choice, may, last, preempts) ? 1 : 0;
    const change = isSwitch(choice, last) ? 1 : 0;
    return this.#nodes.keys[node] + keyOf(preemption, change, steps);
  }

  #expand(state: number): readonly Finding[] | undefined {
    if (!this.#search.graph.isExpanded(state)) {
      const found: Finding[] = [];
      this.#search.expand(state, (finding) => {
        if (sameKind(finding.failure, this.#wanted.failure)) found.push(finding);
      });
      if (found.length > 0) this.#found.set(state, found);
    }
    return this.#found.get(state);
  }

  #canGoOn(state: number, context: number): boolean {
    const { graph } = this.#search;
    for (let e = graph.first(state); e < graph.end(state); e++) {
      const choice = choiceOf(graph.labels.data[e]);
      if (choice >> 8 === context || isFlush(choice)) return true;
    }
    return false;
  }

  /** A hang of the wanted kind in which nothing moves. */
  #stillHang(state: number): Hang | undefined {
    if (!this.#wanted.still || !isHang(this.#wanted.failure.kind)) return undefined;
    const hang = stillHang(this.#search, state);
    return hang && sameKind(hang.failure, this.#wanted.failure) ? hang : undefined;
  }

  /** Where something moves in a hang, only the whole graph shows that it is one. */
  #leastHang(): Found | undefined {
    if (!isHang(this.#wanted.failure.kind)) return undefined;
    let least: Found | undefined;
    let leastKey = Infinity;
    for (const hang of hangs(this.#search)) {
      if (!sameKind(hang.failure, this.#wanted.failure)) continue;
      for (const state of hang.states) {
        const { node, key } = this.#nodes.leastOf(state);
        if (key < leastKey) least = { ...this.#least(node, hang.failure), hang };
        leastKey = Math.min(leastKey, key);
      }
    }
    return least;
  }

  #least(node: number, failure: Failure): Found {
    const way = this.#nodes.path(node).map((l) => ({ choice: choiceOf(l), steps: stepsOf(l) }));
    return {
      failure,
      steps:
        isHang(failure.kind) && failure.kind !== 'deadlock' ? flat(way) : trim(this.#world, way, failure),
      search: this.#search,
      state: this.#nodes.states.data[node],
    };
  }
}
