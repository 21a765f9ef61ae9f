import { isFlush, layout, type Context, type Kernel, type PackedChoice } from '../kernel/index.ts';
import type { Assumptions } from './assumptions.ts';
import type { Monitors } from './monitors.ts';
import { NONE, type Reductions } from './reductions.ts';

const LONGEST = 64;

/**
 * Takes one choice in place, then lets the same thread go on, to the end of its call at most, through steps that commute with
 * everything others can do (`Reductions` says why that is sound). It ends after 64 steps or where its state repeats: a spin must not hide
 * the store that ends it.
 */
export class MacroStep {
  readonly #k: Kernel;
  readonly #assumptions: Assumptions;
  readonly #reductions: Reductions;
  readonly #monitors: Monitors;
  readonly #before: Int32Array;
  readonly #again: Int32Array;
  /** Where it began last, and those of its words that are in use: to set them is faster than a loop. */
  #from: Int32Array = new Int32Array(0);
  #words: Int32Array = new Int32Array(0);
  /** By how many steps were taken: where the thread stood. */
  readonly #locals = new Int32Array(LONGEST);
  readonly #reduces: boolean;

  constructor(
    k: Kernel,
    words: number,
    with_: {
      assumptions: Assumptions;
      reductions: Reductions;
      monitors: Monitors;
    },
  ) {
    this.#k = k;
    this.#before = new Int32Array(words);
    this.#again = new Int32Array(words);
    this.#assumptions = with_.assumptions;
    this.#reductions = with_.reductions;
    this.#monitors = with_.monitors;
    this.#reduces = Object.keys(NONE).some((name) => with_.reductions[name as keyof Reductions]);
  }

  /**
   * Takes a choice in `from` and leaves in `to` where that leads. Calls `between` in the state after the first step, if it goes on from
   * there: what is wrong in a state on the way is wrong there too, for the steps it goes on with change nothing that others see. Returns
   * how many steps it took.
   */
  take(from: Int32Array, to: Int32Array, choice: PackedChoice, between: (s: Int32Array) => void): number {
    const c = this.#k.contexts[choice >> 8];
    this.#begin(from, to, choice);
    if (!this.#reduces || c.kind === 'clock' || c.kind === 'device' || isFlush(choice)) return 1;
    let steps = 1;
    while (steps < LONGEST && this.#mayGoOn(to, c) && !this.#repeats(from, to, choice, steps)) {
      if (steps === 1) between(to);
      if (!this.#goOn(to, c)) break;
      steps++;
    }
    return steps;
  }

  #begin(from: Int32Array, to: Int32Array, choice: PackedChoice): void {
    const { width } = this.#k.records;
    if (this.#from !== from || this.#words.length !== width) {
      this.#from = from;
      this.#words = from.subarray(0, width);
    }
    to.set(this.#words);
    this.#monitors.watch(to);
    this.#k.step(to, choice);
  }

  #mayGoOn(s: Int32Array, c: Context): boolean {
    const status = s[c.slot + layout.STATUS];
    if (s[layout.FAILED] !== 0 || (status & layout.PHASE) !== layout.RUNNING || status & layout.FRESH) {
      return false;
    }
    const effect = this.#k.pending(s, c);
    this.#assumptions.learn(s, c, effect);
    return this.#assumptions.commutes(s, c, effect, this.#reductions);
  }

  /** Whether the state was met on the way. Only where the thread stands as it stood then need the states be compared. */
  #repeats(from: Int32Array, s: Int32Array, choice: PackedChoice, steps: number): boolean {
    const local = s[this.#k.contexts[choice >> 8].slot + layout.LOCAL];
    for (let before = 1; before < steps; before++) {
      if (this.#locals[before] === local && this.#wasThen(from, s, choice, before)) return true;
    }
    this.#locals[steps] = local;
    return false;
  }

  #wasThen(from: Int32Array, s: Int32Array, choice: PackedChoice, steps: number): boolean {
    const then = this.#again;
    this.#begin(from, then, choice);
    for (let i = 1; i < steps; i++) this.#k.step(then, choice & ~255);
    for (let i = 0; i < this.#k.records.width; i++) if (then[i] !== s[i]) return false;
    return true;
  }

  /** One more step, unless a property can see it. */
  #goOn(s: Int32Array, c: Context): boolean {
    const { width } = this.#k.records;
    const watched = this.#monitors.any || this.#assumptions.resultsAreVisible;
    if (watched) copy(s, this.#before, width);
    this.#monitors.watch(s);
    this.#k.step(s, c.index << 8);
    if (!this.#isVisible(s, c)) return true;
    copy(this.#before, s, width);
    return false;
  }

  #isVisible(s: Int32Array, c: Context): boolean {
    if (this.#monitors.observed) return true;
    const ended = (s[c.slot + layout.STATUS] & (layout.PHASE | layout.FRESH)) !== layout.RUNNING;
    if (!ended || this.#assumptions.resultsAreVisible) return ended;
    this.#assumptions.hidResult();
    return false;
  }
}

/** Copies the first words of a state. */
export function copy(from: Int32Array, to: Int32Array, width: number): void {
  for (let i = 0; i < width; i++) to[i] = from[i];
}
