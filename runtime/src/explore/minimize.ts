import { costOf, isPreemption, isSwitch, lastAfter, NOBODY, Preemption } from './cost.ts';
import { pause, type DecideOptions } from './decide.ts';
import { choiceOf, isMay, label, stepsOf, type Label } from './graph.ts';
import { hangs, isHang, stillHang, type Hang } from './hangs.ts';
import { keyOf, Nodes, type Way } from './nodes.ts';
import { anyWaits, canStep, inMidCall, isFlush } from '../kernel/index.ts';
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

/** Whether it is a preemption to leave the context that moved last; whether it would be able to move on, if only in a circle. */
interface Leaving {
  readonly preempts: boolean;
  readonly early: boolean;
}

const OFTEN = 4096;
/** Whether a context can go on is not known before its state is expanded. */
const mayGoOn = (): boolean => true;

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
 * costs; the others may take steps that the failure does not need, which `trim` cuts off. How many it can cut off is not known before, so
 * a way is as cheap as it may become (`Tails`), until it is cut. Undefined if there is none. Throws LimitReached and Cancelled.
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
  readonly #next = { state: 0, last: NOBODY, key: 0, tails: 0 };
  #best: { readonly key: number; readonly found: Found } | undefined;

  constructor(world: World, reductions: Reductions, wanted: Wanted) {
    this.#world = world;
    this.#wanted = wanted;
    this.#search = new Search(world, reductions);
    this.#preemption = new Preemption(world);
  }

  *run(options: Pick<DecideOptions, 'questions'>): Slices<Found | undefined> {
    this.#nodes.add({ state: 0, last: NOBODY, key: 0, tails: 0 }, -1, 0);
    for (let taken = 0, node = this.#nodes.take(); node !== undefined; node = this.#nodes.take(), taken++) {
      if (this.#best && this.#nodes.keys[node] >= this.#best.key) break;
      const goal = this.#goals.get(node);
      if (goal) this.#offer(node, goal.failure);
      else {
        const hang = this.#visit(node);
        if (hang) return { ...this.#least(node, hang.failure), hang };
      }
      if (this.#world.assumptions.broken) return undefined;
      if (taken % OFTEN < OFTEN - 1) continue;
      yield* pause(this.#search, taken, options, { moreBytes: this.#nodes.bytes });
    }
    return this.#best?.found ?? this.#leastHang();
  }

  /** Settles a node and adds what follows it; returns the hang if it is one in which nothing moves. */
  #visit(node: number): Hang | undefined {
    const way = this.#nodes.way(node);
    const { state, last } = way;
    if (this.#nodes.isDominated(way, () => this.#canGoOn(state, last))) return undefined;
    const s = this.#search.load(state, this.#s);
    const preempts = this.#preemption.of(s, last);
    const leaves = { preempts, early: preempts || this.#isMoving(s, last) };
    // a flush moves for nothing, and who could not go on before it may be able to behind it
    this.#nodes.settle(node, preempts || anyWaits(this.#world.kernel, s));
    const found = this.#expand(state);
    const here = found?.find((finding) => finding.steps === 0);
    if (here) this.#offer(node, here.failure);
    const hang = this.#stillHang(state);
    if (hang) return hang;
    for (const finding of found ?? []) {
      if (finding.steps === 0) continue;
      const edge = label(finding.choice, finding.steps, false);
      this.#goals.set(this.#nodes.keys.length, finding);
      this.#nodes.add(this.#after(way, leaves, edge, state), node, edge);
    }
    const { graph } = this.#search;
    for (let e = graph.first(state); e < graph.end(state); e++) {
      const edge = graph.labels.data[e];
      const after = this.#after(way, leaves, edge, graph.targets.data[e]);
      if (!this.#nodes.isDominated(after, mayGoOn)) this.#nodes.add(after, node, edge);
    }
    return undefined;
  }

  /** The way that goes on along an edge; it is gone when the next one is asked for. */
  #after(way: Way, leaves: Leaving, edge: Label, state: number): Way {
    const { tailLists } = this.#nodes;
    const { last } = way;
    const choice = choiceOf(edge);
    const context = choice >> 8;
    const may = isMay(edge);
    const preemption = isPreemption(this.#world.kernel, choice, may, last, leaves.preempts) ? 1 : 0;
    const change = isSwitch(choice, last) ? 1 : 0;
    let { tails } = way;
    let taken = 1;
    if (!isFlush(choice)) {
      taken += tailLists.of(tails, context);
      tails = tailLists.with(tails, context, stepsOf(edge) - 1);
      // who has come to an end or must wait would be preempted before that
      if (context !== last && last !== NOBODY && !leaves.early && !may) {
        taken += tailLists.of(tails, last);
        tails = tailLists.with(tails, last, 0);
      }
    }
    const next = this.#next;
    next.state = state;
    next.last = lastAfter(choice, last);
    next.key = way.key + keyOf(preemption, change, taken);
    next.tails = tails;
    return next;
  }

  #isMoving(s: Int32Array, context: number): boolean {
    const { kernel } = this.#world;
    const c = kernel.contexts[context];
    return c !== undefined && inMidCall(s, c) && canStep(kernel, s, c);
  }

  /** Takes note of a failure if no better one is known. */
  #offer(node: number, failure: Failure): void {
    const found = this.#least(node, failure);
    const { preemptions, switches, steps } = costOf(this.#world, found.steps);
    const key = keyOf(preemptions, switches, steps);
    if (!this.#best || key < this.#best.key) this.#best = { key, found };
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
