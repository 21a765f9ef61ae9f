import type { Value } from '../effects/index.ts';
import { returnCodeText } from '../trace/returnCodes.ts';
import type { UsbDeviceView } from '../devices/index.ts';
import type { EndProperty, Monitor, NoLivelock, Property, StateProperty } from '../explore/properties.ts';
import type { Localized } from '../explore/verdict.ts';
import type { View } from '../explore/view.ts';
import type { KernelEvent } from '../kernel/index.ts';
import { sayBoth } from '../messages/index.ts';

/** What a property sees of a state. */
export interface StateView {
  /**
   * What a watched cell holds.
   *
   * @param name its name in the scenario's `watch`
   */
  value<T = number>(name: string): T;
  /**
   * What a simulated device shows.
   *
   * @param name the device's `name`
   */
  device<T = UsbDeviceView>(name: string): T;
  /**
   * What the calls of a client have returned so far, in order.
   *
   * @param client its name in the scenario's `threads`
   */
  results<T = number>(client: string): readonly T[];
  /** The names of the scenario's threads. */
  clients(): readonly string[];
  /**
   * Whether a thread is asleep; one that waits for a lock is not.
   *
   * @param thread its name
   */
  asleep(thread: string): boolean;
}

/** A question about one state. */
export type Predicate = (s: StateView) => boolean;

const holdsIn =
  (predicate: Predicate) =>
  (view: View): boolean =>
    predicate(view as StateView);

/**
 * Fails in the first state in which the predicate is true.
 *
 * @param title what must not happen, in both languages
 * @param predicate a function of the state alone
 * @example never({ en: 'two transfers in flight', 'zh-Hans': '同时有两个传输在进行' }, (s) => s.device('usb').inFlight > 1)
 */
export const never = (title: Localized, predicate: Predicate): StateProperty => ({
  ...always(title, (s) => !predicate(s)),
  forbids: true,
});

/**
 * Fails in the first state in which the predicate is false.
 *
 * @param title what must hold, in both languages
 * @param predicate a function of the state alone
 */
export const always = (title: Localized, predicate: Predicate): StateProperty => ({
  kind: 'state',
  title,
  holds: holdsIn(predicate),
});

/**
 * Fails if the predicate is false where every call has returned and nothing more will happen.
 *
 * @param title what must hold in the end, in both languages
 * @param predicate a function of the state alone
 */
export const inTheEnd = (title: Localized, predicate: Predicate): EndProperty => ({
  kind: 'end',
  title,
  holds: holdsIn(predicate),
});

/** A result that a property can name. */
export type PlainResult = string | number | boolean | null | undefined;

/**
 * Fails if a call of any thread returns something else.
 *
 * @param value what every call of the scenario returns
 */
export const everyCallReturns = (value: PlainResult): EndProperty =>
  inTheEnd(sayBoth('property.every-call-returns', { value: written(value) }), (s) =>
    s.clients().every((client) => s.results<Value>(client).every((result) => Object.is(result, value))),
  );

/**
 * Fails if one call returns something else.
 *
 * @param client the thread's name
 * @param index which of its calls, from 0
 * @param values what it may return
 */
export const callReturns = (client: string, index: number, ...values: readonly PlainResult[]): EndProperty =>
  inTheEnd(
    sayBoth('property.call-returns', { client, call: index + 1, value: values.map(written).join(' / ') }),
    (s) => {
      const result = s.results<Value>(client)[index];
      return values.some((value) => Object.is(result, value));
    },
  );

/** A value as a title names it. */
const written = (value: Value): string =>
  typeof value === 'number'
    ? (returnCodeText(value) ?? String(value))
    : (JSON.stringify(value) ?? 'undefined');

/** Monitor states: what the property forbids has happened. */
export const broken = 'broken';

/** What a monitor watches and how it moves. */
export interface MonitorParts<State extends Value> {
  /** Its state at the beginning: plain data. The fewer states it can reach, the smaller the search. */
  readonly start: State;
  /** The kinds of events it watches. */
  readonly of: readonly KernelEvent['type'][];
  /** Its state after an event, or `broken`. A function of its arguments alone. */
  readonly on: (state: State, event: KernelEvent) => State | typeof broken;
}

/**
 * A property with a memory: a small automaton that watches what happens, step by step.
 *
 * @param title what must hold, in both languages
 * @param parts what it watches and how it moves
 * @example
 * monitor({ en: 'at most one reset', 'zh-Hans': '最多复位一次' }, {
 *   start: 0,
 *   of: ['device'],
 *   on: (resets, event) => (event.type !== 'device' || event.what !== 'reset started' ? resets : resets === 0 ? 1 : broken),
 * })
 */
export const monitor = <State extends Value>(title: Localized, parts: MonitorParts<State>): Monitor => ({
  kind: 'monitor',
  title,
  initial: parts.start,
  observes: (event) => parts.of.includes(event.type),
  next: (state, event) => (state === broken ? broken : parts.on(state as State, event)),
  fails: (state) => state === broken,
});

/**
 * Fails if threads can go round in a circle forever, each of them moving whenever it could, and none of their calls returning: two that
 * back off from each other's locks, again and again, in step. No thread is stuck in it, so this is no hang; a scenario that minds must
 * list it.
 */
export const noLivelock = (): NoLivelock => ({
  kind: 'livelock',
  title: sayBoth('property.no-livelock', {}),
});

/** A property that every scenario has: listing it says so to the reader, and changes nothing. */
export interface Understood {
  readonly kind: 'understood';
}

const understood: Understood = { kind: 'understood' };

/** No thread waits for a lock in a circle. Every scenario has this property; it may be listed. */
export const noDeadlock = (): Understood => understood;
/** Every call returns, whatever the schedule. Every scenario has this property; it may be listed. */
export const noHang = (): Understood => understood;
/** No two threads use one plain cell at the same time, one of them writing. Every scenario has this property; it may be listed. */
export const noDataRace = (): Understood => understood;
/** The kernel does not panic. Every scenario has this property; it may be listed. */
export const noPanic = (): Understood => understood;

/** What a scenario may list. */
export type Listed = Property | Understood;
