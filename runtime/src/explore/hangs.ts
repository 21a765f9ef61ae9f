import { guardHolds, isDone, layout, type Context, type Kernel } from '../kernel/index.ts';
import { stuckClients } from './backward.ts';
import { deadlockFailure, ownerCycle, waitsFor } from './deadlock.ts';
import { choiceOf, isMay } from './graph.ts';
import { missesItsWakeup } from './lostWakeup.ts';
import { MOST_WORDS, type Search, type World } from './search.ts';
import { settledComponents } from './settled.ts';
import { unfolded } from './unfolded.ts';
import type { Failure, FailureKind } from './verdict.ts';

/** Where clients are stuck for good, and it looks like what it is called. */
export interface Hang {
  readonly failure: Failure;
  /** The client or thread it is named after. */
  readonly of: Context;
  /** Where it was found in the search that was asked. */
  readonly at: number;
  /** Has its states: the search that was asked, or, where that one exchanges clients, one that does not and starts at `at`. */
  readonly search: Search;
  /** The states among which it goes on for ever, ascending; one, if nothing moves. */
  readonly states: readonly number[];
  /** All clients that cannot return. */
  readonly stuck: readonly Context[];
}

/** In the order in which a hang is named. */
const KINDS = [
  'deadlock',
  'lost-wakeup',
  'waits-forever',
  'spins-forever',
  'starved',
  'never-starts',
] as const satisfies FailureKind[];
type HangKind = (typeof KINDS)[number];
const rank = (kind: FailureKind): number => KINDS.indexOf(kind as HangKind);

export const isHang = (kind: FailureKind): boolean => rank(kind) >= 0;

/** Every hang of a completed search, in the order of names; states that are stuck but not settled yet lead to one of them. */
export function hangs(search: Search): Hang[] {
  const { clients } = search.world;
  const stuck = stuckClients(search, clients);
  return settledComponents(search, (state) => stuck.isAny(state))
    .map((states) => {
      const who = clients.filter((_, i) => stuck.has(states[0], i));
      const [at] = states;
      if (!search.symmetry || !mustMove(search, at)) return nameHang(search, states, who, at);
      // who moves in it, and how it goes round, shows only where everybody is themselves
      const plain = unfolded(search, at);
      return nameHang(plain.search, plain.states, who, at);
    })
    .toSorted((a, b) => rank(a.failure.kind) - rank(b.failure.kind) || a.at - b.at);
}

/** The hang of an expanded state in which nothing must move any more, if somebody has not returned. */
export function stillHang(search: Search, state: number): Hang | undefined {
  const { world } = search;
  if (mustMove(search, state)) return undefined;
  const s = search.load(state, new Int32Array(world.kernel.records.width));
  if (s[layout.FAILED] !== 0) return undefined;
  const stuck = world.clients.filter((c) => !isDone(s, c));
  return stuck.length > 0 ? nameHang(search, [state], stuck, state) : undefined;
}

/** Whether something in an expanded state moves sooner or later. */
export function mustMove({ graph }: Search, state: number): boolean {
  for (let e = graph.first(state); e < graph.end(state); e++) if (!isMay(graph.labels.data[e])) return true;
  return false;
}

function nameHang(search: Search, states: readonly number[], stuck: readonly Context[], at: number): Hang {
  const s = search.load(states[0], new Int32Array(MOST_WORDS));
  return { ...nameStuck(search.world, s, stuck, movers(search, states)), at, search, states };
}

/** What it looks like where clients are stuck for good, given who still moves. */
export function nameStuck(
  { kernel: k, monitors }: World,
  s: Int32Array,
  stuck: readonly Context[],
  moving: ReadonlySet<number>,
): Omit<Hang, 'at' | 'search' | 'states'> {
  const scratch = new Int32Array(MOST_WORDS);
  monitors.watch(scratch);
  const named = stuck.map((of) => ({ of, kind: looksLike(k, s, of, moving, scratch) }));
  const [first] = named.toSorted((a, b) => rank(a.kind) - rank(b.kind));
  return { failure: failureOf(k, s, first, stuck), of: first.of, stuck };
}

/** The contexts that take steps within a component. */
function movers({ graph }: Search, states: readonly number[]): Set<number> {
  const moving = new Set<number>();
  for (const state of states) {
    for (let e = graph.first(state); e < graph.end(state); e++) {
      const l = graph.labels.data[e];
      if (!isMay(l)) moving.add(choiceOf(l) >> 8);
    }
  }
  return moving;
}

function looksLike(
  k: Kernel,
  s: Int32Array,
  c: Context,
  moving: ReadonlySet<number>,
  scratch: Int32Array,
): HangKind {
  if (ownerCycle(k, s).includes(c)) return 'deadlock';
  const status = s[c.slot + layout.STATUS];
  if ((status & layout.PHASE) === layout.ASLEEP) {
    return missesItsWakeup(k, s, c, scratch) ? 'lost-wakeup' : 'waits-forever';
  }
  if (moving.has(c.index)) return 'spins-forever';
  return status & layout.FRESH && !guardHolds(k, s, c) ? 'never-starts' : 'starved';
}

function failureOf(
  k: Kernel,
  s: Int32Array,
  { of, kind }: { readonly of: Context; readonly kind: HangKind },
  stuck: readonly Context[],
): Failure {
  if (kind === 'deadlock') return deadlockFailure(ownerCycle(k, s));
  const event = k.records.get(s[of.slot + layout.EVENT])?.label;
  const owner = waitsFor(k, s, of)?.name;
  const held = heldBy(k, s, of).join(', ');
  return {
    kind,
    code: kind,
    context: of.name,
    data: {
      stuck: stuck.map((c) => c.name).join(', '),
      ...(event !== undefined && { event }),
      ...(owner !== undefined && { owner }),
      ...(held && { held }),
    },
  };
}

/** The labels of the locks a context holds. */
function heldBy(k: Kernel, s: Int32Array, c: Context): string[] {
  return k.records.all.flatMap((r) =>
    (r?.kind === 'mutex' || r?.kind === 'spinLock') && s[r.slot] >> layout.OWNER_SHIFT === c.index + 1
      ? [r.label]
      : [],
  );
}
