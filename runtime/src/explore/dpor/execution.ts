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
  /** In how many ways the context could have moved here. */
  readonly alternatives: number;
  /** Whether the lock that it is about could have been taken just before it. */
  readonly open: boolean;
  /** The context that it started, if it started one. */
  readonly started?: number;
}

/** Whether one event happens before another, or is it. */
export const happensBefore = (a: Pick<Event, 'step' | 'own'>, b: Pick<Event, 'clock'>): boolean =>
  (b.clock[a.step.context] ?? 0) >= a.own;

/** Whether a step that waits for something could have been taken just before an event, were that event and all that follows from it left out. */
export type CouldComeBefore = (step: Step, position: number) => boolean;

/** The events of the present run, and which of them happen before which (vector clocks). */
export class Execution {
  readonly events: Event[] = [];
  /** By thing: the events that touched it, position * 2, plus 1 for a write. */
  readonly #touched: number[][] = [];
  /** By context: the positions of its events, and the event that started it. */
  readonly #own: number[][] = [];
  readonly #starter = new Map<number, Event>();

  get length(): number {
    return this.events.length;
  }

  /** How many events a context has. */
  count(context: number): number {
    return this.#own[context]?.length ?? 0;
  }

  push(step: Step, rest: Pick<Event, 'alternatives' | 'open' | 'started'>, could: CouldComeBefore): void {
    const position = this.events.length;
    const event: Event = { step, ...this.next(step, could), ...rest };
    (this.#own[step.context] ??= []).push(position);
    for (const access of step.accesses) {
      (this.#touched[access >> 1] ??= []).push(position * 2 + (access & 1));
    }
    if (rest.started !== undefined) this.#starter.set(rest.started, event);
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
  next(step: Step, could: CouldComeBefore): Pick<Event, 'own' | 'clock' | 'races'> {
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
    if (step.waits === 'for a lock') races.push(...this.#raceForLock(step, before));
    if (step.waits === 'for something else') races.push(...this.#racesInWaiting(step, before, could));
    const own = this.count(step.context) + 1;
    while (clock.length <= step.context) clock.push(0);
    clock[step.context] = own;
    return { own, clock, races };
  }

  /** What happens before whatever a context does next. */
  #clockBefore(context: number): number[] {
    const last = this.#own[context]?.at(-1);
    const cause = last === undefined ? this.#starter.get(context) : this.events[last];
    return cause ? [...cause.clock] : [];
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
  #raceForLock(step: Step, before: Clock): number[] {
    const [access] = step.accesses;
    const touched = access === undefined ? [] : (this.#touched[access >> 1] ?? []);
    for (let i = touched.length - 1; i >= 0; i--) {
      const event = this.events[touched[i] >> 1];
      if (!event.open) continue;
      return this.#isReversible(event, step, before) ? [touched[i] >> 1] : [];
    }
    return [];
  }

  /** Of each thing it touches, the last event before which the step could have been taken. */
  #racesInWaiting(step: Step, before: Clock, could: CouldComeBefore): number[] {
    const races = new Set<number>();
    for (const access of step.accesses) {
      const touched = this.#touched[access >> 1] ?? [];
      for (let i = touched.length - 1; i >= 0; i--) {
        const position = touched[i] >> 1;
        if (!((access | touched[i]) & 1) || !this.#isReversible(this.events[position], step, before))
          continue;
        if (!races.has(position) && !could(step, position)) continue;
        races.add(position);
        break;
      }
    }
    return [...races];
  }

  #isReversible(event: Event, step: Step, before: Clock): boolean {
    return event.step.context !== step.context && (before[event.step.context] ?? 0) < event.own;
  }
}

function join(clock: number[], other: Clock): void {
  for (let i = 0; i < other.length; i++) if ((other[i] ?? 0) > (clock[i] ?? 0)) clock[i] = other[i];
}
