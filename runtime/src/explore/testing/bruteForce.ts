import type { Handle } from '../../effects/index.ts';
import {
  enabled,
  isDone,
  isMayStep,
  layout,
  mustNotBlock,
  ownerOf,
  plainAccess,
  canStep,
  type Context,
  type Kernel,
  type PackedChoice,
} from '../../kernel/index.ts';

/** A state as the test oracle keeps it. */
export interface Node {
  readonly state: Int32Array;
  readonly next: { readonly choice: PackedChoice; readonly to: number; readonly may: boolean }[];
}

/** What enumerating everything shows; each member compares with `toEqual`. */
export interface Everything {
  readonly states: number;
  readonly kinds: ReadonlySet<string>;
  /** Cells that race, by label. */
  readonly races: ReadonlySet<string>;
  /** For each hang the clients that cannot return: `A,B`. */
  readonly stuck: ReadonlySet<string>;
  /** Final states: every client's results and every cell, as text. */
  readonly finals: ReadonlySet<string>;
}

/**
 * The test oracle: every state one by one, keyed by its text, no reductions, no code in common with the engine but the kernel.
 * Undefined if there are more than `most` states.
 */
export function enumerate(k: Kernel, initial: Int32Array, most: number): Node[] | undefined {
  const nodes: Node[] = [];
  const numbers = new Map<string, number>();
  const number = (state: Int32Array): number => {
    const key = keyOf(state.subarray(0, k.records.width));
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, nodes.length);
    nodes.push({ state, next: [] });
    return nodes.length - 1;
  };
  number(initial.slice());
  for (let i = 0; i < nodes.length; i++) {
    if (nodes.length > most) return undefined;
    const { state, next } = nodes[i];
    const choices: PackedChoice[] = [];
    enabled(k, state, choices);
    for (const choice of choices) {
      const after = state.slice();
      k.step(after, choice);
      next.push({ choice, to: number(after), may: isMayStep(k, state, choice) });
    }
  }
  return nodes;
}

const keyOf = (state: Int32Array): string => state.join().replace(/(,0)+$/, '');

/** What is to be said of an enumerated program. */
export function judge(k: Kernel, nodes: readonly Node[]): Everything {
  const clients = k.contexts.filter((c) => c.kind === 'client');
  const kinds = new Set<string>();
  const races = new Set<string>();
  const finals = new Set<string>();
  for (const { state, next } of nodes) {
    const failure = k.failure(state);
    if (failure) kinds.add(failure.kind);
    for (const cell of racing(k, state)) races.add(cell);
    if (inDeadlock(k, state)) kinds.add('deadlock');
    if (!failure && clients.every((c) => isDone(state, c)) && next.every((edge) => edge.may)) {
      finals.add(finalText(k, state, clients));
    }
  }
  const stuck = stuckSets(k, nodes, clients);
  if (races.size > 0) kinds.add('data-race');
  if (stuck.size > 0) kinds.add('hang');
  return { states: nodes.length, kinds, races, stuck, finals };
}

/** Every client's results and every cell, as text. */
export function finalText(k: Kernel, s: Int32Array, clients: readonly Context[]): string {
  const results = clients.map((c) => JSON.stringify(k.values.get(s[c.slot + layout.RESULTS])));
  const cells = k.records.all.flatMap((r) =>
    r?.kind === 'cell' ? [JSON.stringify(k.values.get(s[r.slot]))] : [],
  );
  return `${results.join(' ')} | ${cells.join(' ')}`;
}

/** Labels of cells that two next steps access, one of them writing. */
export function racing(k: Kernel, s: Int32Array): string[] {
  if (s[layout.FAILED] !== 0) return [];
  const accesses = k.contexts.flatMap((c) =>
    canStep(k, s, c) && plainAccess(k, s, c) !== 0 ? [plainAccess(k, s, c)] : [],
  );
  return accesses.flatMap((a, i) =>
    accesses.some((b, j) => i !== j && a >> 1 === b >> 1 && (a % 2 === 1 || b % 2 === 1))
      ? [k.records.get(a >> 1)?.label ?? '']
      : [],
  );
}

/** Whether some thread, by way of those who must go on before each next one can, must go on before itself. */
export function inDeadlock(k: Kernel, s: Int32Array): boolean {
  if (s[layout.FAILED] !== 0) return false;
  const next = new Map<Context, Context[]>();
  const waits = (c: Context, other: Context): unknown => next.set(c, [...(next.get(c) ?? []), other]);
  for (const c of k.contexts) {
    const owner = ownerOfAwaited(k, s, c);
    if (!owner) continue;
    waits(c, owner);
    // what spins at interrupt level may have taken the processor from whom it spins for
    const isMasked = owner.kind === 'interrupt' || s[owner.slot + layout.STATUS] & layout.INTERRUPTS_OFF;
    if (c.kind === 'interrupt' && k.pending(s, c).type === 'lockSpin' && !isMasked) waits(owner, c);
  }
  return [...next.keys()].some((start) => {
    const behind = new Set(next.get(start));
    for (const c of behind) for (const other of next.get(c) ?? []) behind.add(other);
    return behind.has(start);
  });
}

/** Who has the lock that a context waits for, or, if it is a guard's turn to hold it up, will wait for. */
export function ownerOfAwaited(k: Kernel, s: Int32Array, c: Context): Context | undefined {
  const phase = s[c.slot + layout.STATUS] & layout.PHASE;
  if (phase !== layout.RUNNING && phase !== layout.WOKEN) return undefined;
  const effect = k.pending(s, c);
  const asks = phase === layout.WOKEN ? effect.type === 'sleep' : effect.type.startsWith('lock');
  if (!asks) return undefined;
  const { mutex, spinLock } = effect as { readonly mutex?: Handle; readonly spinLock?: Handle };
  const record = k.records.get(mutex ?? spinLock ?? 0);
  if (!record || s[record.slot] <= 0 || (mutex !== undefined && mustNotBlock(k, s, c))) return undefined;
  const owner = k.contexts[ownerOf(s, record.slot)];
  return owner === c && mutex !== undefined ? undefined : owner;
}

/** The sets of clients that cannot return, by sweeping until nothing changes. */
function stuckSets(k: Kernel, nodes: readonly Node[], clients: readonly Context[]): Set<string> {
  const can = nodes.map(
    ({ state }) => new Set(clients.filter((c) => k.failure(state) !== undefined || isDone(state, c))),
  );
  for (let changed = true; changed;) {
    changed = false;
    for (let i = nodes.length - 1; i >= 0; i--) {
      for (const { to, may } of nodes[i].next) {
        if (may) continue;
        const before = can[i].size;
        for (const c of can[to]) can[i].add(c);
        changed ||= can[i].size > before;
      }
    }
  }
  const sets = can.map((returning) => clients.filter((c) => !returning.has(c)).map((c) => c.name));
  return new Set(sets.filter((names) => names.length > 0).map((names) => names.join()));
}
