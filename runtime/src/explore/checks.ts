import { isDone, layout, type Context, type Kernel } from '../kernel/index.ts';
import type { Assumptions } from './assumptions.ts';
import { deadlockFailure, goesOnAfter, ownerCycle, waitsFor } from './deadlock.ts';
import type { Monitors } from './monitors.ts';
import type { Property, PropertySet } from './properties.ts';
import { raceFailure, races } from './races.ts';
import type { Failure } from './verdict.ts';
import { View } from './view.ts';

/** Everything that is checked in every state, on the way of a macro-step too. */
export class Checks {
  readonly #k: Kernel;
  readonly #assumptions: Assumptions;
  readonly #monitors: Monitors;
  readonly #view: View;
  readonly #endView: View;
  readonly #properties: readonly Property[];

  constructor(
    k: Kernel,
    with_: {
      assumptions: Assumptions;
      monitors: Monitors;
      properties: PropertySet;
    },
  ) {
    this.#k = k;
    this.#assumptions = with_.assumptions;
    this.#monitors = with_.monitors;
    this.#properties = with_.properties.properties;
    this.#view = new View(k, with_.properties.watch, with_.assumptions);
    // final states are the same whatever is reduced, so nobody need know what is looked at there
    this.#endView = new View(k, with_.properties.watch);
  }

  /** Reports what is wrong in a state, and notes what its contexts are about to do. */
  state(s: Int32Array, report: (failure: Failure) => void): void {
    if (s[layout.FAILED] !== 0) return report(this.#kernelFailure(s));
    let plain = 0;
    let chained = false;
    for (const c of this.#k.contexts) {
      const phase = s[c.slot + layout.STATUS] & layout.PHASE;
      if (phase !== layout.RUNNING && phase !== layout.WOKEN) continue;
      const effect = this.#k.pending(s, c);
      if (effect.type === 'load' || effect.type === 'store') plain++;
      const owner = waitsFor(this.#k, s, c);
      chained ||= owner !== undefined && goesOnAfter(this.#k, s, owner) !== undefined;
      if (phase === layout.RUNNING) this.#assumptions.learn(s, c, effect);
    }
    if (plain > 1) races(this.#k, s, (race) => report(raceFailure(this.#k, race)));
    const cycle = chained ? ownerCycle(this.#k, s) : [];
    if (cycle.length > 0) report(deadlockFailure(cycle));
    if (this.#monitors.any) for (const monitor of this.#monitors.failing(s)) report(broken(monitor));
    this.#hold('state', this.#view.of(s), report);
  }

  /** Reports what is wrong with a final state. */
  end(s: Int32Array, report: (failure: Failure) => void): void {
    this.#hold('end', this.#endView.of(s), report);
  }

  #hold(kind: 'state' | 'end', view: View, report: (failure: Failure) => void): void {
    for (const property of this.#properties) {
      if (property.kind === kind && !property.holds(view)) report(broken(property));
    }
  }

  #kernelFailure(s: Int32Array): Failure {
    const failure = this.#k.failure(s);
    if (!failure) throw new Error('internal bug: no failure in a failed state');
    const { kind, code, data, context } = failure;
    return { kind, code, data, context: this.#k.contexts[context].name };
  }
}

const broken = (property: Property): Failure => ({
  kind: 'property',
  code: property.kind,
  data: {},
  title: property.title,
});

/** Whether every client has returned from all its calls. */
export const allReturned = (s: Int32Array, clients: readonly Context[]): boolean =>
  clients.every((c) => isDone(s, c));
