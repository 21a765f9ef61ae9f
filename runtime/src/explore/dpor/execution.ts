import type { Step } from './steps.ts';

/** By context: how many of its events happen before an event, or are it. */
export type Clock = readonly number[];

/** A step that was taken. */
export interface Event {
  readonly step: Step;
  /** Its number among the events of its context, from 1. */
  readonly own: number;
  readonly clock: Clock;
  /** The positions of the events that it races with: it could have come before them. */
  readonly races: readonly number[];
  /** Several events at once that it could only have come before together. */
  readonly combinedRaces: readonly (readonly number[])[];
  /** In how many ways the context could have moved here. */
  readonly alternatives: number;
  /** Whether the lock that it is about was free just before it, so that another could have taken it there. */
  readonly open: boolean;
  /** The context that it started, if it started one. */
  readonly started: number | undefined;
}

/** Whether one event happens before another, or is it. */
export const happensBefore = (a: Pick<Event, 'step' | 'own'>, b: Pick<Event, 'clock'>): boolean =>
  (b.clock[a.step.context] ?? 0) >= a.own;

/** What happens before either happens before both. Clocks have no holes. */
export function join(clock: number[], other: Clock): void {
  for (let i = 0; i < other.length; i++) {
    if (i === clock.length) clock.push(other[i]);
    else if (other[i] > clock[i]) clock[i] = other[i];
  }
}

/** Says how many events of a context there are now. */
export function count(clock: number[], context: number, own: number): void {
  while (clock.length <= context) clock.push(0);
  clock[context] = own;
}

/** Whether a step that waits for something could have been taken, were these events and all that follows from them left out. */
export type CouldComeBefore = (step: Step, positions: readonly number[]) => boolean;

/** The events of the present run, and which of them happen before which (vector clocks). */
export class Execution {
  readonly events: Event[] = [];
  /** By thing: the events that touched it, position * 2, plus 1 for a write. */
  readonly #touched: number[][] = [];
  /** By context: the positions of its events, and the event that started it. */
  readonly #own: number[][] = [];
  readonly #starter = new Map<number, Event>();

  push(step: Step, rest: Pick<Event, 'alternatives' | 'open' | 'started'>, could: CouldComeBefore): void {
    const position = this.events.length;
    const { own, clock, races, combinedRaces } = this.next(step, could);
    const { alternatives, open, started } = rest;
    const event: Event = { step, own, clock, races, combinedRaces, alternatives, open, started };
    (this.#own[step.context] ??= []).push(position);
    for (const access of step.accesses) {
      (this.#touched[access >> 1] ??= []).push(position * 2 + (access & 1));
    }
    if (started !== undefined) this.#starter.set(started, event);
    this.events.push(event);
  }

  pop(): void {
    const event = this.events.pop();
    if (!event) return;
    this.#own[event.step.context].pop();
    for (const access of event.step.accesses) this.#touched[access >> 1].pop();
    if (event.started !== undefined) this.#starter.delete(event.started);
  }

  /** What an event would be if the run went on with this step. */
  next(step: Step, could: CouldComeBefore): Pick<Event, 'own' | 'clock' | 'races' | 'combinedRaces'> {
    const before = this.#clockBefore(step.context);
    const clock = before.slice();
    const races: number[] = [];
    for (const position of this.#dependencies(step)) {
      const { clock: theirs, own, step: their } = this.events[position];
      if (their.context === step.context || (clock[their.context] ?? 0) >= own) continue;
      // whatever lies between the two would have joined its clock before
      if (step.waits === 'never') races.push(position);
      join(clock, theirs);
    }
    let combinedRaces = NONE;
    if (step.waits === 'for a lock') this.#raceForLock(step, before, races);
    else if (step.waits !== 'never') {
      const conflicting = step.accesses.map((access) => this.#conflicting(access, step, before));
      races.push(...lastOfEach(conflicting, (position) => could(step, [position])));
      combinedRaces = this.#combinations(conflicting, (positions) => could(step, positions));
    }
    const own = (this.#own[step.context]?.length ?? 0) + 1;
    count(clock, step.context, own);
    return { own, clock, races, combinedRaces };
  }

  /** What happens before whatever a context does next. */
  #clockBefore(context: number): Clock {
    const own = this.#own[context];
    const cause = own?.length ? this.events[own[own.length - 1]] : this.#starter.get(context);
    return cause ? cause.clock : [];
  }

  /** The last events that a step depends on, latest first: of each thing the last write, and for a write the reads since. */
  #dependencies(step: Step): number[] {
    const positions: number[] = [];
    for (const access of step.accesses) {
      const touched = this.#touched[access >> 1] ?? [];
      for (let i = touched.length - 1; i >= 0; i--) {
        if (access & 1 || touched[i] & 1) positions.push(touched[i] >> 1);
        if (touched[i] & 1) break;
      }
    }
    return positions.length > 1 ? positions.toSorted((a, b) => b - a) : positions;
  }

  /** An acquire races with the last acquire: with the last event before which the lock could have been taken. */
  #raceForLock(step: Step, before: Clock, races: number[]): void {
    const [access] = step.accesses;
    const touched = access === undefined ? [] : (this.#touched[access >> 1] ?? []);
    for (let i = touched.length - 1; i >= 0; i--) {
      const event = this.events[touched[i] >> 1];
      if (!event.open) continue;
      if (this.#isReversible(event, step, before)) races.push(touched[i] >> 1);
      return;
    }
  }

  /** The positions of the events that touch the same thing, and that the step need not come after; latest first. */
  #conflicting(access: number, step: Step, before: Clock): number[] {
    return (this.#touched[access >> 1] ?? [])
      .filter((one) => (one | access) & 1 && this.#isReversible(this.events[one >> 1], step, before))
      .map((one) => one >> 1)
      .toReversed();
  }

  /**
   * Of two or more things one event each, none of which happens before another. A step that waits for several things may have been
   * possible only before all of these: a call that waits until two threads sleep, before both were woken.
   */
  #combinations(
    conflicting: readonly (readonly number[])[],
    could: (positions: readonly number[]) => boolean,
    chosen: readonly number[] = [],
  ): (readonly number[])[] {
    const [first, ...rest] = conflicting;
    if (!first) return chosen.length > 1 && could(chosen) ? [chosen] : [];
    const without = this.#combinations(rest, could, chosen);
    const withOne = first
      .filter((one) => chosen.every((other) => this.#areConcurrent(one, other)))
      .flatMap((one) => this.#combinations(rest, could, [...chosen, one]));
    return [...without, ...withOne];
  }

  #areConcurrent(one: number, other: number): boolean {
    const a = this.events[one];
    const b = this.events[other];
    return !happensBefore(a, b) && !happensBefore(b, a);
  }

  #isReversible(event: Event, step: Step, before: Clock): boolean {
    return event.step.context !== step.context && (before[event.step.context] ?? 0) < event.own;
  }
}

const NONE: readonly (readonly number[])[] = [];

/** Of each list the first position that will do. */
function lastOfEach(lists: readonly (readonly number[])[], will: (position: number) => boolean): Set<number> {
  const found = new Set<number>();
  for (const list of lists) {
    const position = list.find((one) => found.has(one) || will(one));
    if (position !== undefined) found.add(position);
  }
  return found;
}
