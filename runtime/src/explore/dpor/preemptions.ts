import { isPreemption, NOBODY, Preemption } from '../cost.ts';
import { copy } from '../macroStep.ts';
import { MOST_WORDS, type World } from '../search.ts';
import type { Event } from './execution.ts';
import type { Run } from './run.ts';

/** Where a linearization of a trace is: which events it has had, and who moved last. */
interface Node {
  readonly cut: bigint;
  readonly last: number;
}

/**
 * With how many preemptions a trace can be run at least: the least over all its linearizations. `most`, in preemptions, is as far as it
 * looks; undefined: more than that.
 */
export const leastPreemptions = (world: World, run: Run, most: number): number | undefined =>
  new Linearizations(world, run).least(most);

/** A search through the cuts of one trace, cheapest first. A cut is a number: of each context how many events it has had, in mixed radix. */
class Linearizations {
  readonly #world: World;
  readonly #preemption: Preemption;
  /** By context: its events, and the weight of its digit. */
  readonly #events: { readonly event: Event; readonly failed: boolean }[][] = [];
  readonly #weights: bigint[] = [];
  readonly #all: bigint;
  readonly #states = new Map<bigint, Int32Array>();
  readonly #scratch = new Int32Array(MOST_WORDS);

  constructor(world: World, { events, failed }: Run) {
    this.#world = world;
    this.#preemption = new Preemption(world);
    for (const [i, event] of events.entries()) {
      (this.#events[event.step.context] ??= []).push({ event, failed: failed(i) !== undefined });
    }
    let cuts = 1n;
    let all = 0n;
    for (let c = 0; c < this.#events.length; c++) {
      this.#weights[c] = cuts;
      const events = BigInt(this.#events[c]?.length ?? 0);
      all += cuts * events;
      cuts *= events + 1n;
    }
    this.#all = all;
    this.#states.set(0n, world.initial.slice(0, world.kernel.records.width));
  }

  least(most: number): number | undefined {
    const seen = new Set<string>();
    let now: Node[] = [{ cut: 0n, last: NOBODY }];
    for (let preemptions = 0; preemptions <= most && now.length > 0; preemptions++) {
      const later: Node[] = [];
      for (const node of now) {
        const name = `${node.cut} ${node.last}`;
        if (seen.has(name)) continue;
        seen.add(name);
        if (node.cut === this.#all) return preemptions;
        this.#expand(node, now, later);
      }
      now = later;
    }
    return undefined;
  }

  /** Adds what can come next: to `now` what is free, to `later` what is a preemption. */
  #expand({ cut, last }: Node, now: Node[], later: Node[]): void {
    const s = this.#states.get(cut) ?? this.#scratch;
    const over = this.#events[last]?.[this.#had(cut, last) - 1]?.failed ?? false;
    copy(s, this.#scratch, s.length);
    const preempts = !over && this.#preemption.of(this.#scratch, last);
    for (let c = 0; c < this.#events.length; c++) {
      const next = this.#events[c]?.[this.#had(cut, c)];
      if (!next || !this.#mayCome(cut, c, next.event)) continue;
      const { choice } = next.event.step;
      const after = { cut: cut + this.#weights[c], last: c };
      this.#reach(after.cut, s, choice, next.failed);
      (isPreemption(this.#world.kernel, choice, false, last, preempts) ? later : now).push(after);
    }
  }

  #had(cut: bigint, c: number): number {
    const events = this.#events[c];
    return events ? Number((cut / this.#weights[c]) % BigInt(events.length + 1)) : 0;
  }

  #mayCome(cut: bigint, context: number, { clock }: Event): boolean {
    return clock.every((events, c) => c === context || events <= this.#had(cut, c));
  }

  #reach(cut: bigint, from: Int32Array, choice: number, failed: boolean): void {
    if (this.#states.has(cut)) return;
    copy(from, this.#scratch, from.length);
    if (!failed) this.#world.kernel.step(this.#scratch, choice);
    this.#states.set(cut, this.#scratch.slice(0, this.#world.kernel.records.width));
  }
}
