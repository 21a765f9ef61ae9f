import type { CellKind, Creation, Effect, Handle, Value, ValueId } from '../../effects/index.ts';
import {
  enabled,
  Kernel,
  layout as L,
  nameWorkers,
  ownerOf,
  type Context,
  type Guard,
  type KernelEvent,
  type KernelFailure,
  type KernelOptions,
  type PackedChoice,
} from '../index.ts';
import { Asks } from './asks.ts';
import { button } from './button.ts';
import { Scripts, type Script } from './scripts.ts';

/** A call, or one that waits for others to sleep. */
export type ScriptCall = Script | { readonly script: Script; readonly asleep: Guard['threads'] };

/** By client its calls. */
export type Clients = (plan: Plan) => Readonly<Record<string, readonly ScriptCall[]>>;

/** What a scenario is made of. */
export interface Plan extends Asks {
  readonly kernel: Kernel;
  /** Makes a record in setup. */
  cell(value: Value, kind?: CellKind): Handle;
  mutex(recursive?: boolean): Handle;
  object(): Handle;
  spinLock(): Handle;
  threadCall(runs?: 'once' | 'reentrant' | 'at interrupt level'): Handle;
  button(config: {
    readonly line: 'edge' | 'level';
    readonly must?: boolean;
    readonly name?: string;
  }): Handle;
  /** Performs an effect in setup and returns the answer. */
  setup(effect: Effect): Value;
  /** The same, as the machine says it: 0 if it would have to wait, or failed. */
  perform(effect: Effect): ValueId | 0;
  /** The handle of a client. */
  thread(name: string): Handle;
}

const PHASES = ['absent', 'running', 'asleep', 'woken', 'done'] as const;

/** One run of a small program, stepped by hand. */
export class World {
  readonly kernel: Kernel;
  readonly s = new Int32Array(1 << 10);
  readonly events: KernelEvent[] = [];
  readonly #scripts: Scripts;

  constructor(clients: Clients, options?: Partial<KernelOptions>) {
    const all = { time: 'urgent', wakeOrder: 'any', models: { button }, ...options } as const;
    this.kernel = new Kernel(all, () => this.#scripts);
    const k = this.kernel;
    this.#scripts = new Scripts(k.values, () => k.records);
    const called = Object.entries(clients(this.#plan()));
    nameWorkers(k);
    k.finish(this.s, k.setup);
    for (const start of k.afterSetup.splice(0)) start();
    for (const [name, calls] of called) {
      const list = calls.map((call) => {
        const number = this.#scripts.scripts.push('script' in call ? call.script : call) - 1;
        return 'script' in call
          ? { number, guard: { type: 'asleep' as const, threads: call.asleep } }
          : { number };
      });
      k.startCall(this.s, k.addContext('client', name, 0, list), 0, k.nothing);
    }
    k.listener = (event) => this.events.push(event);
  }

  #plan(): Plan {
    const k = this.kernel;
    let made = 0;
    const make = (creation: Creation): Handle => {
      const handle = k.records.handle({ context: k.setup.index, call: 0, made: made++ }, 0, creation);
      k.bringAbout(this.s, k.setup, [{ handle, creation }], []);
      return handle;
    };
    const asks = new Asks(k.values, this.#scripts);
    return Object.assign(asks, {
      kernel: k,
      cell: (value: Value, cell: CellKind = 'plain') =>
        make({ kind: 'cell', cell, value: asks.value(value) }),
      mutex: (recursive = false) => make({ kind: 'mutex', recursive }),
      spinLock: () => make({ kind: 'spinLock' }),
      threadCall: (runs: 'once' | 'reentrant' | 'at interrupt level' = 'once') => {
        const handle = make({ kind: 'callout', runs });
        k.records.rename(handle, 'timer.call');
        return handle;
      },
      object: () => make({ kind: 'object', class: 1, className: 'Thing', fields: asks.value({}) }),
      button: (config: Record<string, Value>) =>
        make({ kind: 'device', model: 'button', config: asks.value(config) }),
      perform: (effect: Effect) => k.perform(this.s, k.setup, effect),
      setup: (effect: Effect) => k.values.get(k.perform(this.s, k.setup, effect)),
      thread: (name: string) => k.records.own('thread', name),
    });
  }

  context(name: string): Context {
    const c = this.kernel.contexts.find((one) => one.name === name);
    if (!c) throw new Error(`no context ${name}`);
    return c;
  }

  /** Who can move, `A~1` for a second way. */
  moves(): string[] {
    return this.#choices().map((c) => `${this.kernel.contexts[c >> 8]?.name}${c & 255 ? `~${c & 255}` : ''}`);
  }

  /** Takes these steps, one after the other: `A`, `clock`, `A~1`. */
  step(...names: string[]): this {
    for (const name of names) this.kernel.step(this.s, this.choice(name));
    return this;
  }

  /** The choice of that name; throws if it cannot be made now. */
  choice(name: string): PackedChoice {
    const at = this.moves().indexOf(name);
    if (at < 0) throw new Error(`${name} cannot move, only ${this.moves().join(', ')}`);
    return this.#choices()[at];
  }

  phase(name: string): (typeof PHASES)[number] {
    return PHASES[this.s[this.context(name).slot + L.STATUS] & L.PHASE];
  }

  /** What a context was answered, in all its calls. */
  answers(name: string): readonly Value[] {
    return this.#scripts.heard.get(this.context(name).index) ?? [];
  }

  value(cell: Handle): Value {
    return this.kernel.values.get(this.s[this.kernel.records.must(cell).slot]);
  }

  /** `A 2` if A holds two levels. */
  owner(mutex: Handle): string {
    const { slot } = this.kernel.records.must(mutex);
    const owner = this.kernel.contexts[ownerOf(this.s, slot)];
    return owner ? `${owner.name} ${this.s[slot] & L.LEVELS}` : 'nobody';
  }

  get failure(): KernelFailure | undefined {
    return this.kernel.failure(this.s);
  }

  /** The message of the panic that ended the run. */
  get panic(): Value {
    return this.failure?.kind === 'panic' ? this.failure.data['message'] : undefined;
  }

  #choices(): PackedChoice[] {
    const choices: PackedChoice[] = [];
    enabled(this.kernel, this.s, choices);
    return choices;
  }
}
