import { layout, type PackedChoice } from '../../kernel/index.ts';
import { Checks } from '../checks.ts';
import { deadlockFailure, ownerCycle } from '../deadlock.ts';
import type { Lead } from '../leads.ts';
import { Outcomes } from '../outcomes.ts';
import { raceFailure } from '../races.ts';
import { endsWell } from '../runEnd.ts';
import type { World } from '../search.ts';
import type { Failure, Outcome } from '../verdict.ts';
import { happensBefore } from './execution.ts';
import type { Run } from './run.ts';

/** What complete runs show: outcomes, and what went wrong. */
export class Findings {
  /** One of each: a kind, with what it is about. */
  readonly leads: Lead[] = [];
  /** How many traces end with a closed cycle of owners. */
  deadlocked = 0;
  readonly #world: World;
  readonly #outcomes: Outcomes;
  readonly #checks: Checks;
  readonly #known = new Set<string>();

  constructor(world: World) {
    this.#world = world;
    this.#outcomes = new Outcomes(world);
    this.#checks = new Checks(world.kernel, world);
  }

  get outcomes(): Outcome[] {
    return this.#outcomes.all;
  }

  /** Looks at a complete run. */
  see(run: Run): void {
    const failed = this.#failures(run);
    // who breaks a rule before its first step keeps everybody from theirs
    if (run.state[layout.FAILED] !== 0)
      return this.#checks.state(run.state, (failure) => this.#found(failure, () => []));
    this.#races(run);
    const { kernel } = this.#world;
    const cycle = ownerCycle(kernel, run.state);
    if (cycle.length > 0) {
      this.deadlocked++;
      this.#found(deadlockFailure(cycle), () => scheduleOf(run));
    }
    if (failed) return;
    const report = (failure: Failure): void => this.#found(failure, () => scheduleOf(run));
    if (endsWell(this.#world, run.state, this.#checks, report))
      this.#outcomes.add(run.state, () => scheduleOf(run));
  }

  /** The steps that failed. */
  #failures(run: Run): boolean {
    let any = false;
    for (let i = 0; i < run.events.length; i++) {
      const state = run.failed(i);
      if (!state) continue;
      any = true;
      this.#checks.state(state, (failure) =>
        this.#found(failure, () => [...scheduleOf(run, i), run.events[i].step.choice]),
      );
    }
    return any;
  }

  /** Races between plain accesses: in some state both are next. */
  #races({ events, failed }: Run): void {
    for (const [i, later] of events.entries()) {
      if (later.step.plain === 0) continue;
      for (const position of later.races) {
        const { step } = events[position];
        const cell = later.step.plain >> 1;
        if (step.plain >> 1 !== cell || !((step.plain | later.step.plain) & 1)) continue;
        const { contexts } = this.#world.kernel;
        const [first, second] = [step.context, later.step.context].toSorted((a, b) => a - b);
        const race = { cell, first: contexts[first], second: contexts[second] };
        this.#found(raceFailure(this.#world.kernel, race), () =>
          events
            .filter((event, at) => at < i && !happensBefore(events[position], event) && !failed(at))
            .map((event) => event.step.choice),
        );
      }
    }
  }

  #found(failure: Failure, schedule: () => readonly PackedChoice[]): void {
    const { kind, code, data, title } = failure;
    const name = JSON.stringify([kind, code, data, title]);
    if (this.#known.has(name)) return;
    this.#known.add(name);
    this.leads.push({ failure, schedule: schedule() });
  }
}

/** The choices of a run, or of its first events, without those that failed. */
function scheduleOf({ events, failed }: Run, length = events.length): PackedChoice[] {
  return events.slice(0, length).flatMap(({ step }, i) => (failed(i) ? [] : [step.choice]));
}
