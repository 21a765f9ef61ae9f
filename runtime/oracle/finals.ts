import { HandleValue, type Handle, type Value } from '../src/effects/index.ts';
import { layout as L, type Kernel } from '../src/kernel/index.ts';
import type { Scene, Source } from './read.ts';

/** The words of a thing that a final state shows: the field of its class, by what the oracle calls it. */
type Words = Readonly<Record<string, string>>;

const everySource: Words = { enabled: 'enabled', workLoop: 'workLoop', next: 'next' };
const counted: Words = { produced: 'producerCount', consumed: 'consumerCount' };

const ofSource: Readonly<Record<string, Words>> = {
  gate: { ...everySource, sleepers: 'sleepers' },
  soft: { ...everySource, ...counted },
  irq: { ...everySource, ...counted, index: 'intIndex' },
  filter: { ...everySource, ...counted, index: 'intIndex' },
  timer: { ...everySource, callout: 'calloutEntry' },
  test: { ...everySource, items: 'items' },
};

const ofLoop: Words = { chain: 'eventChain', passive: 'passiveEventChain', thread: 'workThread' };

/** A thing of the scenario's, as the program names it, with its words. */
const things = ({ workLoops, sources }: Scene): readonly (readonly [string, string, Words])[] => [
  ...workLoops.map((loop) => [String(loop), `loop_${String(loop)}`, ofLoop] as const),
  ...sources.map(({ name, kind }) => [name, `source_${name}`, ofSource[kind] ?? {}] as const),
];

/** For the program: cells of its own that hold the things, so that the player knows them. */
export const selves = (scene: Scene): readonly (readonly [cell: string, thing: string])[] =>
  things(scene).map(([name, thing]) => [`self_${name}`, thing]);

/** For the program's `watch`: the words of every thing. */
export const watchedWords = (scene: Scene): readonly (readonly [name: string, field: string])[] =>
  things(scene).flatMap(([name, thing, words]) =>
    Object.entries(words).map(([word, field]) => [`word_${name}_${word}`, `${thing}.${field}`] as const),
  );

/** What is left when a run is over: sources, chains and variables, as the oracle's `final` tells it. */
export class Finals {
  readonly #k: Kernel;
  readonly #scene: Scene;
  readonly #watch: Readonly<Record<string, Handle>>;
  /** Names of things, by handle. */
  readonly #names = new Map<Handle, string>();
  readonly #masked: (s: Int32Array, line: string) => boolean;

  constructor(
    k: Kernel,
    initial: Int32Array,
    scene: Scene,
    watch: Readonly<Record<string, Handle>>,
    masked: (s: Int32Array, line: string) => boolean,
  ) {
    this.#k = k;
    this.#scene = scene;
    this.#watch = watch;
    this.#masked = masked;
    for (const [name] of things(scene)) {
      const self = this.#cell(initial, `self_${name}`);
      if (self instanceof HandleValue) this.#names.set(self.handle, name);
    }
  }

  of(s: Int32Array): Readonly<Record<string, unknown>> {
    const final: Record<string, unknown> = {};
    for (const [handle, name] of this.#names) {
      const source = this.#scene.sources.find((one) => one.name === name);
      if (s[this.#k.records.must(handle).slot] === L.GONE) final[name] = 'freed';
      else final[name] = source ? this.#source(s, source) : this.#loop(s, name);
    }
    const vars = this.#scene.vars.map((name) => [name, this.#cell(s, `var_${name}`)]);
    return vars.length > 0 ? { ...final, vars: Object.fromEntries(vars) } : final;
  }

  #source(s: Int32Array, { name, kind, line = '' }: Source): Record<string, unknown> {
    const word = (what: string): Value => this.#cell(s, `word_${name}_${what}`);
    const pending =
      kind === 'test' ? Number(word('items')) : Number(word('produced')) - Number(word('consumed'));
    const sleepers = Number(word('sleepers'));
    const registered = Number(word('index') ?? -1) >= 0;
    return {
      enabled: word('enabled'),
      workLoop: this.#nameOf(word('workLoop')),
      ...(sleepers && { sleepers }),
      ...(pending && { pending }),
      ...(kind === 'timer' && this.#timer(s, name)),
      ...((kind === 'irq' || kind === 'filter') && {
        registered,
        masked: registered && this.#masked(s, line),
      }),
    };
  }

  #timer(s: Int32Array, name: string): Record<string, unknown> {
    const { slot } = this.#k.records.must(this.#watch[`word_${name}_callout`]);
    return { armed: s[slot] !== L.IDLE, abstimeSet: s[slot + L.CALLOUT_REMEMBERED] !== 0 };
  }

  #loop(s: Int32Array, name: string): Record<string, unknown> {
    const chain = (from: string): (string | null)[] => {
      const names: (string | null)[] = [];
      let at = this.#nameOf(this.#cell(s, `word_${name}_${from}`));
      for (; at !== null; at = this.#nameOf(this.#cell(s, `word_${at}_next`))) names.push(at);
      return names;
    };
    const gone = this.#cell(s, `word_${name}_thread`) === null;
    return { chain: chain('chain'), passive: chain('passive'), ...(gone && { thread: null }) };
  }

  #nameOf(value: Value): string | null {
    return value instanceof HandleValue ? (this.#names.get(value.handle) ?? null) : null;
  }

  #cell(s: Int32Array, name: string): Value {
    const record = this.#k.records.get(this.#watch[name] ?? 0);
    return record && this.#k.values.get(s[record.slot]);
  }
}
