import { ProgramFault } from '../guest/index.ts';
import {
  enabled,
  isFlush,
  layout as L,
  type Context,
  type Kernel,
  type PackedChoice,
} from '../kernel/index.ts';
import { label } from '../trace/show.ts';
import { Aliases } from './aliases.ts';
import type { Scheduler } from './simulate.ts';
import { parseToken, type TokenStep } from './token.ts';
import { tokenStep } from './tokenStep.ts';

/** The first step at which a program does not do what a token wants: the state before it and the step. */
export interface Divergence {
  /** From 1. */
  readonly step: number;
  readonly wanted: TokenStep;
  readonly state: Int32Array;
  /** Who should have moved, if there is one of that name. */
  readonly context: Context | undefined;
}

/** More steps than these were not put in or taken out by an edit: the code is another. */
const FAR = 32;

/** Follows a token. Throws ProgramFault where the text is none. */
export function follow(k: Kernel, text: string): Following {
  const token = parseToken(text);
  if (!token) throw new ProgramFault('compile-error', 'bad-token', {});
  return new Following(k, token.steps);
}

/**
 * Follows a token through a program that may have changed. What was renamed is recognized. Where a thread does not do what the token
 * wants, either steps were put in before it, which are taken, or steps are gone, which are left out, whichever are fewer; a thread that
 * cannot move is passed over. From the token's end on it goes on with whoever moved last or else the first who can, if it ever diverged.
 */
export class Following {
  divergence: Divergence | undefined;
  readonly #steps: readonly TokenStep[];
  readonly #gone = new Set<number>();
  readonly #contexts: Aliases;
  readonly #objects: Aliases;
  #at = 0;
  #last = -1;

  constructor(k: Kernel, steps: readonly TokenStep[]) {
    this.#steps = steps;
    // a scenario names its clients, and only those can be given other names
    const others = k.contexts.flatMap(({ kind, name }) => (kind === 'client' ? [] : name));
    this.#contexts = new Aliases([...others, ...steps.map(({ context }) => context)], (name) =>
      k.contexts.some((c) => c.name === name),
    );
    this.#objects = new Aliases(
      steps.flatMap(({ object }) => object ?? []),
      (name) => k.records.all.some((_, handle) => label(k, handle) === name),
    );
  }

  readonly schedule: Scheduler = (k, s, choices) => {
    const choice = this.#next(k, s, choices);
    if (choice !== undefined) this.#last = choice >> 8;
    return choice;
  };

  /** Where nobody can move any more: what is left of the token is wanted in vain. */
  end(k: Kernel, s: Int32Array): void {
    const step = this.#steps.findIndex((_, at) => at >= this.#at && !this.#gone.has(at));
    if (step < 0 || s[L.FAILED] !== 0) return;
    this.#diverge(k, s, this.#steps[step]);
  }

  #diverge(k: Kernel, s: Int32Array, wanted: TokenStep): Context | undefined {
    const context = k.contexts.find(({ name }) => this.#contexts.may(wanted.context, name));
    this.divergence ??= { step: this.#at + 1, wanted, state: s.slice(), context };
    return context;
  }

  #next(k: Kernel, s: Int32Array, choices: readonly PackedChoice[]): PackedChoice | undefined {
    for (; this.#at < this.#steps.length; this.#at++) {
      if (this.#gone.has(this.#at)) continue;
      const wanted = this.#steps[this.#at];
      const match = this.#match(k, s, choices, wanted);
      if (match !== undefined) {
        this.#at++;
        return match;
      }
      const context = this.#diverge(k, s, wanted);
      const own = choices.find((choice) => choice >> 8 === context?.index && !isFlush(choice));
      if (!context || own === undefined) continue;
      const put = this.#putIn(k, s, own, wanted);
      const gone = this.#goneBefore(tokenStep(k, s, own));
      if (gone !== undefined && gone.length < (put ?? FAR)) {
        for (const at of gone) this.#gone.add(at);
        continue;
      }
      this.#contexts.take(wanted.context, context.name);
      // neither is near: this step stands in for that one
      if (put === undefined) this.#at++;
      return own;
    }
    if (!this.divergence) return undefined;
    return choices.find((choice) => choice >> 8 === this.#last) ?? choices[0];
  }

  /** The choice that is wanted; what it is called by now is kept. */
  #match(
    k: Kernel,
    s: Int32Array,
    choices: readonly PackedChoice[],
    wanted: TokenStep,
  ): PackedChoice | undefined {
    for (const choice of choices) {
      const step = tokenStep(k, s, choice);
      if (!this.#fits(wanted, step)) continue;
      this.#contexts.take(wanted.context, step.context);
      if (wanted.object !== undefined && step.object !== undefined)
        this.#objects.take(wanted.object, step.object);
      return choice;
    }
    return undefined;
  }

  #fits(wanted: TokenStep, step: TokenStep): boolean {
    return (
      wanted.word === step.word &&
      wanted.alternative === step.alternative &&
      this.#contexts.may(wanted.context, step.context) &&
      (wanted.object === undefined ||
        step.object === undefined ||
        this.#objects.may(wanted.object, step.object))
    );
  }

  /** How many steps a thread would take, with nobody else moving, before it does what is wanted; undefined: too many, or it would not. */
  #putIn(k: Kernel, s: Int32Array, own: PackedChoice, wanted: TokenStep): number | undefined {
    const ahead = s.slice();
    const choices: PackedChoice[] = [];
    let next: PackedChoice | undefined = own;
    for (let steps = 1; steps < FAR && next !== undefined; steps++) {
      k.step(ahead, next);
      if (ahead[L.FAILED] !== 0) return undefined;
      enabled(k, ahead, choices);
      const its = choices.filter((choice) => choice >> 8 === own >> 8 && !isFlush(choice));
      if (its.some((choice) => this.#fits(wanted, tokenStep(k, ahead, choice)))) return steps;
      [next] = its;
    }
    return undefined;
  }

  /** The places in the token of what the same thread should have done before what it does now; undefined: that is too far, or nowhere. */
  #goneBefore(now: TokenStep): number[] | undefined {
    const { context } = this.#steps[this.#at];
    const gone: number[] = [];
    for (let at = this.#at; at < this.#steps.length && gone.length < FAR; at++) {
      const step = this.#steps[at];
      if (step.context !== context || this.#gone.has(at)) continue;
      if (this.#fits(step, now)) return gone;
      gone.push(at);
    }
    return undefined;
  }
}
