import type { Op, Profile } from '../effects/index.ts';
import type { Property } from '../explore/properties.ts';
import type { Localized } from '../explore/verdict.ts';
import type { Cell } from '../iokit/cell.ts';
import type { Call, GuardedCall } from './guards.ts';
import type { Listed } from './propertyBuilders.ts';

export * from './guards.ts';
export * from './propertyBuilders.ts';

/** What `setup` returns: who does what, and what properties may read. */
export interface Setup {
  /** Threads by name, each with the calls it makes one after the other. */
  readonly threads: Readonly<Record<string, readonly (Call | GuardedCall)[]>>;
  /** Cells by the name that properties and outcomes use. */
  readonly watch?: Readonly<Record<string, Cell<unknown>>>;
}

/** A small closed world for a program. */
export interface ScenarioParts {
  /** What happens in it, in both languages. */
  readonly title: Localized;
  /**
   * When deadlines may pass. 'urgent', if left out: only when nothing else can happen. 'any': at any time, as if threads were as slow as
   * you like.
   */
  readonly time?: 'urgent' | 'any';
  /** Whom a wakeup of one thread wakes: 'any' of the sleepers, if left out, or the one that waits longest ('fifo'). */
  readonly wakeOrder?: 'any' | 'fifo';
  /**
   * When others see what a thread stores. 'sc', if left out: at once. 'tso': as on x86, where stores to cells that are not atomic wait in
   * the thread's store buffer, in their order, until they are flushed; whatever is locked or wakes, and the end of a call, flushes them.
   * A loop that stores without end is inconclusive.
   */
  readonly memory?: 'sc' | 'tso';
  /**
   * false: the library's queues without a lock are built without their fences, as if they had been forgotten. Shows only with `memory:
   * 'tso'`.
   */
  readonly fences?: boolean;
  /**
   * The kernel that the program runs on; `current` and `development` if left out.
   *
   * @example profile: { kernel: 'yosemite' }
   */
  readonly profile?: Partial<Omit<Profile, 'fences'>>;
  /** Makes the world. Runs alone, before any thread; threads that it starts begin when it has returned. */
  setup(): Op<Setup>;
  /** What must hold besides: no panic, no hang and no data race always must. */
  readonly properties?: readonly Listed[];
}

/** A scenario made ready: what `scenario` returns. */
export interface Scenario extends Omit<ScenarioParts, 'properties'> {
  readonly kind: 'scenario';
  readonly properties: readonly Property[];
}

/**
 * Describes a small closed world for a program; a scenario's file exports it as its default.
 *
 * @example
 * export default scenario({
 *   title: { en: 'Two calls', 'zh-Hans': '两次调用' },
 *   *setup() {
 *     const counter = new Counter();
 *     return { threads: { A: [() => counter.increment()], B: [() => counter.increment()] }, watch: { count: counter.count } };
 *   },
 *   properties: [inTheEnd({ en: 'both count', 'zh-Hans': '两次都计入' }, (s) => s.value('count') === 2)],
 * });
 */
export const scenario = (parts: ScenarioParts): Scenario =>
  Object.freeze({
    ...parts,
    kind: 'scenario' as const,
    properties: (parts.properties ?? []).filter((property) => property.kind !== 'understood'),
  });

/** Whether a value is what `scenario` returns. */
export const isScenario = (value: unknown): value is Scenario =>
  typeof value === 'object' && value !== null && (value as Partial<Scenario>).kind === 'scenario';
