import type { Handle, Value } from '../effects/index.ts';
import { deviceView, layout, type Context, type Kernel } from '../kernel/index.ts';

/** Told what is looked at, so that the reductions keep it visible. */
export interface Onlooker {
  sawCell(cell: Handle): void;
  sawResults(): void;
  names(context: number): void;
}

/** What a property may look at in a state. */
export class View {
  #s: Int32Array = new Int32Array(0);
  readonly #k: Kernel;
  readonly #watch: Readonly<Record<string, Handle>>;
  readonly #onlooker: Onlooker | undefined;

  constructor(k: Kernel, watch: Readonly<Record<string, Handle>>, onlooker?: Onlooker) {
    this.#k = k;
    this.#watch = watch;
    this.#onlooker = onlooker;
  }

  /** The same view of another state. */
  of(s: Int32Array): this {
    this.#s = s;
    return this;
  }

  /** The value of a watched cell. Throws for a name that is not watched. */
  value(name: string): Value {
    const cell = this.#watch[name] ?? 0;
    const record = this.#k.records.get(cell);
    if (!record) throw new Error(`no watched cell ${name}`);
    this.#onlooker?.sawCell(cell);
    return this.#k.values.get(this.#s[record.slot]);
  }

  /** What a device shows, by its name. Throws for a name that no device has. */
  device(name: string): Readonly<Record<string, Value>> {
    const device = this.#k.devices.find((d) => d.name === name);
    if (!device) throw new Error(`no device ${name}`);
    return deviceView(this.#s, device);
  }

  /** What the calls of a client have returned so far. Throws for a name that no client has. */
  results(client: string): readonly Value[] {
    this.#onlooker?.sawResults();
    return resultsOf(this.#k, this.#s, this.#named(client));
  }

  /** The names of the clients. */
  clients(): readonly string[] {
    return this.#k.contexts.filter((c) => c.kind === 'client').map((c) => c.name);
  }

  /** Whether a thread is asleep. Throws for a name that no thread has. */
  asleep(thread: string): boolean {
    const c = this.#named(thread);
    return (this.#s[c.slot + layout.STATUS] & layout.PHASE) === layout.ASLEEP;
  }

  #named(name: string): Context {
    const c = this.#k.contexts.find((one) => one.name === name);
    if (!c) throw new Error(`no thread ${name}`);
    this.#onlooker?.names(c.index);
    return c;
  }
}

/** What the calls of a client have returned so far. */
export const resultsOf = (k: Kernel, s: Int32Array, c: Context): readonly Value[] =>
  (k.values.get(s[c.slot + layout.RESULTS]) ?? []) as readonly Value[];
