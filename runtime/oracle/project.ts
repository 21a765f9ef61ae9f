import type { OracleRecord } from './read.ts';

/** How a run ended, as far as both sides can say it. */
export interface Outcome {
  readonly calls: readonly (readonly [string, readonly (readonly [string, unknown])[]])[];
  readonly order: readonly string[];
  /** `B fault`: who, and the kind. A panic ends the run: nothing else is compared. */
  readonly panic: string | null;
  /** `A sleep`: who, and the kind of what it waits for. */
  readonly stuck: readonly string[];
  readonly livelock: boolean;
  /** Sources, chains and variables; null where the run goes on for ever. */
  readonly final: unknown;
}

/** What an outcome is compared by. */
export const textOf = (outcome: Outcome): string => JSON.stringify(outcome);

/** A record of the oracle's. */
export function projectRecord({ calls, order, panic, stuck, livelock, final }: OracleRecord): Outcome {
  // Workers of thread calls have a number here only.
  if (panic) return panicked(panic.thread.replace(/^TC\d$/, 'TC'), kindOfPanic(panic.message));
  return ended(
    calls,
    order,
    stuck.map(([thread, reason]) => `${thread} ${kindOfStuck(reason)}`),
    livelock ? null : final,
  );
}

export const panicked = (thread: string, kind: string): Outcome => ({
  calls: [],
  order: [],
  panic: `${thread} ${kind}`,
  stuck: [],
  livelock: false,
  final: null,
});

/**
 * The end of a run that did not panic; `final` is null for a livelock. The oracle's `report` entries are a complaint in the log and no
 * call, and its count of dropped pulses is the player's own doing.
 */
export function ended(
  calls: Readonly<Record<string, readonly (readonly [string, unknown])[]>>,
  order: readonly string[],
  stuck: readonly string[],
  final: Readonly<Record<string, unknown>> | null,
): Outcome {
  const returned = Object.entries(calls)
    .map(([thread, list]) => [thread, list.filter(([label]) => label !== 'report')] as const)
    .filter(([, list]) => list.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    calls: returned,
    order,
    panic: null,
    stuck: stuck.toSorted(),
    livelock: final === null,
    final: final && sorted(final),
  };
}

/**
 * `fault`: NULL is read or called. `freed`: something is used after it was freed; which of its words a thread meets first, the object's,
 * its lock's, or a NULL that `free` left behind, depends on a layout in memory that ours does not have. `panic`: a check has failed.
 */
export function kindOfPanic(message: string): string {
  if (USED_AFTER_FREE.test(message)) return 'freed';
  return message.startsWith('page fault') ? 'fault' : 'panic';
}

const USED_AFTER_FREE =
  /^use after free|^Invalid\/destroyed mutex|^Mutex to destroy|NULL read in (IORecursiveLock|IOWorkLoop::|OSMetaClassBase::)/;

/** `sleep g1.enabled`, `gate wl1`, `running forever`, `waitAsleep`. */
function kindOfStuck(reason: string): string {
  const [kind] = reason.split(' ');
  return kind.startsWith('wait') ? 'wait' : kind;
}

/** What is left at the end, in one order of names. */
function sorted(final: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(final).filter((name) => !/^line\d+Dropped$/.test(name));
  return Object.fromEntries(names.toSorted().map((name) => [name, sortedFields(final[name])]));
}

function sortedFields(thing: unknown): unknown {
  if (typeof thing !== 'object' || thing === null) return thing;
  return Object.fromEntries(Object.entries(thing).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
