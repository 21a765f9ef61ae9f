import { layout, type Context, type Kernel } from '../kernel/index.ts';
import type { Property } from './properties.ts';
import type { Assumptions } from './assumptions.ts';

/** Threads of one group, and permutations of all groups together, that are worth it; more threads are several groups. */
const LARGEST = 8;
const MOST = 50_000;
/** The bits of one mask of clients (`stuckClients`): no group has members in two. */
const TOGETHER = 31;

/**
 * Which clients are interchangeable: they make the same calls, which wait for the same moments, and nothing names one of them. Then
 * exchanging them in all states of a run gives a run. That nothing names them is taken for granted until something does
 * (`Assumptions.names`); so is it that two calls are the same, until they begin in different local states where they are given the same.
 */
export class Interchangeable {
  readonly #k: Kernel;
  readonly #clients: readonly Context[];
  readonly #assumptions: Assumptions;
  /** By context: what is known to tell it from others. */
  readonly #marks: string[] = [];
  readonly #never: boolean;
  #records = 0;
  #groups: readonly (readonly Context[])[] = [];
  /** By group and list of results, whether the calls so far begin alike with them. */
  #alike: boolean[][] = [];

  constructor(
    k: Kernel,
    clients: readonly Context[],
    initial: Int32Array,
    with_: {
      readonly assumptions: Assumptions;
      readonly properties: readonly Property[];
    },
  ) {
    this.#k = k;
    this.#clients = clients.slice(0, TOGETHER);
    this.#assumptions = with_.assumptions;
    // a monitor is told of contexts, and who goes round in a circle is somebody
    this.#never = with_.properties.some(({ kind }) => kind === 'monitor' || kind === 'livelock');
    const guards = clients.flatMap(({ calls }) => calls.flatMap(({ guard }) => guard ?? []));
    for (const c of this.#clients) {
      const waits = guards.map(({ threads }) => threads.includes(c.name));
      const begins = initial.subarray(c.slot, c.slot + layout.CONTEXT_WORDS);
      this.#marks[c.index] = JSON.stringify([c.calls.map(({ guard }) => guard ?? 0), waits, [...begins]]);
    }
  }

  /** Groups of two and more, as far as is known. A search that uses them is told by `check` and `Assumptions.names` if they are wrong. */
  groups(): readonly (readonly Context[])[] {
    const alike = new Map<string, Context[]>();
    for (const c of this.#never ? [] : this.#clients) {
      if (this.#assumptions.isNamed(c.index)) continue;
      const mark = this.#marks[c.index];
      alike.set(mark, [...(alike.get(mark) ?? []), c]);
    }
    let most = MOST;
    const groups: Context[][] = [];
    for (const all of alike.values()) {
      for (let at = 0; at < all.length; at += LARGEST) {
        const group = all.slice(at, at + LARGEST);
        if (group.length < 2 || factorial(group.length) > most) continue;
        most /= factorial(group.length);
        groups.push(group);
        for (const c of group) this.#assumptions.takesAsUnnamed(c.index);
      }
    }
    this.#groups = groups;
    this.#alike = groups.map(() => []);
    return groups;
  }

  /** Looks whether a state shows something that tells members of a group apart. */
  check(s: Int32Array): void {
    for (let i = 0; i < this.#groups.length; i++) {
      const alike = this.#alike[i];
      for (const c of this.#groups[i]) {
        const results = s[c.slot + layout.RESULTS];
        alike[results] ||= this.#beginAlike(this.#groups[i], results);
      }
    }
    const { all } = this.#k.records;
    // what a thread makes is named after it
    for (; this.#records < all.length; this.#records++) {
      const maker = /^(\d+)\//.exec(all[this.#records]?.name ?? '');
      if (maker) this.#assumptions.names(Number(maker[1]));
    }
  }

  /** Whether all members of a group would begin every call alike whose results before it are these; if not, they are marked. */
  #beginAlike(group: readonly Context[], results: number): boolean {
    const given = (this.#k.values.get(results) ?? []) as readonly never[];
    for (let call = 0; call <= given.length; call++) {
      const argument = this.#k.values.intern(given[call - 1]);
      const begun = group.map((c) => this.#begin(c, call, argument));
      if (begun.every((local) => local === begun[0])) continue;
      group.forEach((c, i) => (this.#marks[c.index] += ` ${call} ${argument} ${begun[i]}`));
      this.#assumptions.broken = true;
      return false;
    }
    return true;
  }

  /** The local state in which a call begins; 0 where there is no such call. */
  #begin(c: Context, call: number, argument: number): number {
    const wanted = c.calls[call];
    return wanted
      ? this.#k.code.startCall(wanted.number, argument, { context: c.index, call, made: 0 }).local
      : 0;
  }
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
