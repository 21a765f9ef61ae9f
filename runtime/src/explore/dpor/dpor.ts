import { layout as L, type PackedChoice } from '../../kernel/index.ts';
import { LimitReached } from '../limits.ts';
import { copy } from '../macroStep.ts';
import { MOST_WORDS, type World } from '../search.ts';
import { finish, type Slices } from '../slices.ts';
import type { Row } from './dependence.ts';
import { count, Execution, happensBefore, join, type Event } from './execution.ts';
import { guessLeft } from './guessLeft.ts';
import { alternativesOf, mayBeWaiting, startedBetween } from './moves.ts';
import { Refused } from './refused.ts';
import type { Run } from './run.ts';
import { depend, Steps, type Step } from './steps.ts';
import { insert, isCovered, type Sequence, type WakeupTree } from './wakeupTree.ts';

export interface DporOptions {
  /** The dependence table; the tests leave out rows. */
  readonly table?: readonly Row[];
  /** The longest run, in steps. */
  readonly steps: number;
  /** Told of every complete run, which is its to look at until it returns. True: enough. */
  onRun(run: Run): boolean;
}

/** The work between two looks at whether to go on, in steps taken and events compared: runs of many threads are compared for long. */
const SLICE = 1 << 17;

/** How much was explored. */
export interface Explored {
  readonly traces: number;
  /** Runs that broke off because all that could come next was explored already. None, as the exploration is optimal. */
  readonly redundant: number;
}

/** A prefix E of the present run, and what is known of what follows it. */
interface Prefix {
  readonly state: Int32Array;
  /** sleep(E): first the `asleep` steps that slept here from the beginning, then what was explored from here. */
  readonly sleep: Step[];
  readonly asleep: number;
  /** wut(E): what is still to be explored from here. The first branch is being explored now; the next prefix's tree is its subtree. */
  readonly tree: WakeupTree;
  /** The state in which the event after it failed, if it did. */
  failed: Int32Array | undefined;
}

/**
 * Optimal dynamic partial-order reduction with wakeup trees (Abdulla, Aronis, Jonsson and Sagonas, POPL 2014 and JACM 2017): one run
 * of every Mazurkiewicz trace, and none twice. Runs of one trace end in the same state, so hangs, outcomes and panics are all met, and
 * races are read off the trace; states on the way are not all met. A step that fails (a panic) ends its context and changes nothing else:
 * whatever the others do after it they could have done before.
 *
 * @throws Refused where the program is not for it
 * @throws LimitReached
 */
export const exploreTraces = (world: World, options: DporOptions): Explored =>
  finish(exploringTraces(world, options), {});

/** The same in slices. */
export const exploringTraces = (world: World, options: DporOptions): Slices<Explored> =>
  new Dpor(world, options).explore();

class Dpor {
  readonly #world: World;
  readonly #options: DporOptions;
  readonly #steps: Steps;
  readonly #execution = new Execution();
  /** By length. */
  readonly #prefixes: Prefix[] = [];
  readonly #states: Int32Array[] = [];
  readonly #s = new Int32Array(MOST_WORDS);
  readonly #rehearsed = new Int32Array(MOST_WORDS);
  /** The contexts that failed. */
  readonly #dead = new Set<number>();
  readonly #run: Run = {
    events: this.#execution.events,
    state: this.#s,
    before: (position) => this.#prefixes[position].state,
    failed: (position) => this.#prefixes[position].failed,
  };
  /** Done in this slice. */
  #work = 0;
  #traces = 0;
  #redundant = 0;
  #enough = false;

  constructor(world: World, options: DporOptions) {
    this.#world = world;
    this.#options = options;
    this.#steps = new Steps(world.kernel, options.table && { table: options.table });
  }

  *explore(): Slices<Explored> {
    copy(this.#world.initial, this.#s, this.#width());
    this.#begin([], []);
    do {
      while (this.#goOn());
      if (this.#work < SLICE) continue;
      this.#work = 0;
      yield { states: 0, frontier: 0, traces: this.#traces, left: guessLeft(this.#traces, this.#prefixes) };
    } while (!this.#enough && this.#goBack());
    return { traces: this.#traces, redundant: this.#redundant };
  }

  /** Explore(E, sleep, wut): the present run, now this long. */
  #begin(sleep: Step[], tree: WakeupTree): void {
    const depth = this.#prefixes.length;
    if (depth > this.#options.steps) throw new Refused('loops', this.#options.steps);
    const width = this.#width();
    let state = this.#states[depth];
    if (!state || state.length < width) this.#states[depth] = state = new Int32Array(width + 32);
    copy(this.#s, state, width);
    this.#prefixes.push({ state, sleep, asleep: sleep.length, tree, failed: undefined });
  }

  /** Takes one step more; false where the run is over. */
  #goOn(): boolean {
    const prefix = this.#prefixes[this.#prefixes.length - 1];
    if (prefix.tree.length === 0 && !this.#choose(prefix)) return false;
    const [{ step: planned, subtree }] = prefix.tree;
    const step = this.#steps.of(this.#s, planned.choice);
    this.#take(prefix, step);
    const sleep: Step[] = [];
    for (const other of prefix.sleep) if (!depend(other, step)) sleep.push(other);
    this.#begin(sleep, subtree);
    return true;
  }

  /** Any enabled step that does not sleep. Where there is none the run is over. */
  #choose({ sleep, tree }: Prefix): boolean {
    const { contexts } = this.#world.kernel;
    // whoever moved last goes on: fewer switches
    const last = this.#execution.events.at(-1)?.step.context ?? 0;
    let sleeping = false;
    for (let i = 0; i < contexts.length; i++) {
      const c = contexts[(last + i) % contexts.length];
      const alternatives = this.#dead.has(c.index) ? 0 : alternativesOf(this.#world.kernel, this.#s, c);
      for (let a = 0; a < alternatives; a++) {
        const choice = (c.index << 8) | a;
        if (includes(sleep, choice)) {
          sleeping = true;
          continue;
        }
        tree.push({ step: this.#steps.of(this.#s, choice), subtree: [] });
        return true;
      }
    }
    if (sleeping) this.#redundant++;
    else this.#complete();
    return false;
  }

  /** Back to the longest prefix from which there is something left to explore; false where there is none. */
  #goBack(): boolean {
    this.#prefixes.pop();
    for (let prefix = this.#prefixes.at(-1); prefix; prefix = this.#prefixes.at(-1)) {
      const explored = prefix.tree.shift();
      if (explored) prefix.sleep.push(explored.step);
      if (prefix.failed) this.#dead.delete(this.#execution.events.at(-1)?.step.context ?? 0);
      prefix.failed = undefined;
      this.#execution.pop();
      if (prefix.tree.length > 0) {
        this.#load(prefix, this.#s);
        return true;
      }
      this.#prefixes.pop();
    }
    return false;
  }

  #take(prefix: Prefix, step: Step): void {
    const k = this.#world.kernel;
    const s = this.#s;
    const c = k.contexts[step.context];
    const alternatives = alternativesOf(k, s, c);
    if ((step.choice & 255) >= alternatives) throw new Error('internal bug: a planned step is not enabled');
    const open = step.lock !== 0 && s[step.lock] <= 0;
    this.#work++;
    k.step(s, step.choice);
    const started = step.starts ? startedBetween(k, prefix.state, s) : undefined;
    if (s[L.FAILED] !== 0) {
      prefix.failed = s.slice(0, this.#width());
      this.#dead.add(step.context);
      this.#load(prefix, s);
    }
    this.#execution.push(step, { alternatives, open, started }, this.#couldComeBefore);
  }

  /** A run is complete: looks for every race in it, and plans the runs in which its events come in the other order. */
  #complete(): void {
    this.#traces++;
    const { events } = this.#execution;
    this.#enough = this.#options.onRun(this.#run);
    if (this.#enough) return;
    for (const event of events) this.#reverseAll(event);
    for (const c of this.#world.kernel.contexts) {
      if (this.#dead.has(c.index) || !mayBeWaiting(this.#s, c)) continue;
      const step = this.#steps.of(this.#s, c.index << 8);
      this.#reverseAll({ step, ...this.#execution.next(step, this.#couldComeBefore) });
    }
    for (const [position, event] of events.entries()) {
      for (let a = 0; a < event.alternatives; a++) {
        const choice = (event.step.context << 8) | a;
        if (choice === event.step.choice) continue;
        const step = this.#steps.of(this.#prefixes[position].state, choice);
        this.#reverse([position], { step, own: event.own });
      }
    }
  }

  #reverseAll(event: Pick<Event, 'step' | 'own' | 'races' | 'combinedRaces'>): void {
    for (const position of event.races) this.#reverse([position], event);
    for (const positions of event.combinedRaces) this.#reverse(positions, event);
  }

  /**
   * Plans a run in which `later` comes before some events, mostly one: all that follows the first of them and does not happen after any,
   * then `later`. All of the complete run, not only what came before `later`, or traces are lost. The branch being explored begins with
   * the first of those events, which depends on `later`: so `insert` never goes down that one.
   */
  #reverse(positions: readonly number[], later: Pick<Event, 'step' | 'own'>): void {
    const first = Math.min(...positions);
    const prefix = this.#prefixes[first];
    const v = this.#notAfter(positions);
    const isOther = later.step.context !== this.#execution.events[first].step.context;
    const step = later.step.varies && isOther ? this.#asTakenAfter(first, v, later.step) : later.step;
    const clock: number[] = [];
    for (const event of v) if (depend(event.step, step)) join(clock, event.clock);
    count(clock, step.context, later.own);
    const w: Sequence = [...v, { step, own: later.own, clock }];
    if (!isCovered(prefix.sleep, w)) insert(prefix.tree, w);
  }

  /** notdep(e, E): the events behind the first of some positions that do not happen after any event there. */
  #notAfter(positions: readonly number[]): Event[] {
    const { events } = this.#execution;
    const [first, second] = positions;
    this.#work += events.length - first;
    if (second !== undefined) return this.#notAfterAny(positions);
    const e = events[first];
    const v: Event[] = [];
    for (let i = first + 1; i < events.length; i++) if (!happensBefore(e, events[i])) v.push(events[i]);
    return v;
  }

  #notAfterAny(positions: readonly number[]): Event[] {
    const { events } = this.#execution;
    return events
      .slice(Math.min(...positions))
      .filter((event) => !positions.some((position) => happensBefore(events[position], event)));
  }

  readonly #couldComeBefore = (step: Step, positions: readonly number[]): boolean => {
    const k = this.#world.kernel;
    this.#rehearse(Math.min(...positions), this.#notAfter(positions));
    return alternativesOf(k, this.#rehearsed, k.contexts[step.context]) > 0;
  };

  /** What becomes of a step that varies: a wakeup wakes the same thread if that one waits, else the first. */
  #asTakenAfter(position: number, v: readonly Event[], step: Step): Step {
    this.#rehearse(position, v);
    const c = this.#world.kernel.contexts[step.context];
    const ways = Array.from({ length: alternativesOf(this.#world.kernel, this.#rehearsed, c) }, (_, a) =>
      this.#steps.of(this.#rehearsed, (step.context << 8) | a),
    );
    const same = ways.filter((way) => way.accesses.join() === step.accesses.join());
    return same.find((way) => way.choice === step.choice) ?? same[0] ?? ways[0];
  }

  /** Takes some events after a prefix, on the side. */
  #rehearse(position: number, v: readonly Event[]): void {
    const { events } = this.#execution;
    this.#load(this.#prefixes[position], this.#rehearsed);
    for (let i = position, next = 0; next < v.length; i++) {
      if (events[i] !== v[next]) continue;
      next++;
      if (!this.#prefixes[i].failed) this.#world.kernel.step(this.#rehearsed, events[i].step.choice);
    }
  }

  #load({ state }: Prefix, s: Int32Array): void {
    const width = this.#width();
    copy(state, s, Math.min(state.length, width));
    if (width > state.length) s.fill(0, state.length, width);
  }

  #width(): number {
    const { width } = this.#world.kernel.records;
    if (width > MOST_WORDS) throw new LimitReached('names', MOST_WORDS);
    return width;
  }
}

function includes(steps: readonly Step[], choice: PackedChoice): boolean {
  for (const step of steps) if (step.choice === choice) return true;
  return false;
}
