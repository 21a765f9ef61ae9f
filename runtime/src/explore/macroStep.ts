import { isFlush, layout, type Context, type Kernel, type PackedChoice } from '../kernel/index.ts';
import type { Monitors } from './monitors.ts';
import { hashOf } from './hash.ts';
import { NONE, type Assumptions, type Reductions } from './reductions.ts';

const LONGEST = 64;

/**
 * Takes one choice in place, then lets the same thread go on, to the end of its call at most, through steps that commute with
 * everything others can do. It ends after 64 steps or where its state repeats: a spin must not hide the store that ends it.
 */
export class MacroStep {
  readonly #k: Kernel;
  readonly #assumptions: Assumptions;
  readonly #reductions: Reductions;
  readonly #monitors: Monitors;
  readonly #before: Int32Array;
  readonly #seen = new Int32Array(LONGEST);
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
    this.#assumptions = with_.assumptions;
    this.#reductions = with_.reductions;
    this.#monitors = with_.monitors;
    this.#reduces = Object.keys(NONE).some((name) => with_.reductions[name as keyof Reductions]);
  }

  /** Calls `between` in every state on the way with the steps taken so far. Returns how many steps it took. */
  take(s: Int32Array, choice: PackedChoice, between: (s: Int32Array, steps: number) => void): number {
    const c = this.#k.contexts[choice >> 8];
    this.#monitors.watch(s);
    this.#k.step(s, choice);
    if (!this.#reduces || c.kind === 'clock' || c.kind === 'device' || isFlush(choice)) return 1;
    let steps = 1;
    while (steps < LONGEST && this.#mayGoOn(s, c) && !this.#repeats(s, steps)) {
      between(s, steps);
      if (!this.#goOn(s, c)) break;
      steps++;
    }
    return steps;
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

  #repeats(s: Int32Array, steps: number): boolean {
    const hash = hashOf(s, this.#k.records.width);
    for (let i = 1; i < steps; i++) if (this.#seen[i] === hash) return true;
    this.#seen[steps] = hash;
    return false;
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
