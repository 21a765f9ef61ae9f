import type { Kernel } from '../kernel/index.ts';
import type { Monitor } from './properties.ts';

/** Runs monitors beside the machine: the state of each is one more word of the system state. */
export class Monitors {
  /** Whether any monitor observed the last step. */
  observed = false;
  readonly #k: Kernel;
  readonly #all: readonly { readonly monitor: Monitor; readonly slot: number }[];
  #s: Int32Array = new Int32Array(0);

  constructor(k: Kernel, monitors: readonly Monitor[]) {
    this.#k = k;
    this.#all = monitors.map((monitor) => ({ monitor, slot: k.records.width++ }));
  }

  get any(): boolean {
    return this.#all.length > 0;
  }

  /** Writes the initial states. */
  begin(s: Int32Array): void {
    for (const { monitor, slot } of this.#all) s[slot] = this.#k.values.intern(monitor.initial);
  }

  /** Listens while `search` runs. */
  during<T>(search: () => T): T {
    const stop = this.listen();
    try {
      return search();
    } finally {
      stop();
    }
  }

  /** Listens from now on; returns what ends it. */
  listen(): () => void {
    if (!this.any) return () => {};
    const before = this.#k.listener;
    this.#k.listener = (event) => {
      for (const { monitor, slot } of this.#all) {
        if (!monitor.observes(event)) continue;
        this.observed = true;
        const state = this.#k.values.get(this.#s[slot]);
        this.#s[slot] = this.#k.values.intern(monitor.next(state, event));
      }
    };
    return () => void (this.#k.listener = before);
  }

  /** The next step happens in `s`. */
  watch(s: Int32Array): void {
    this.#s = s;
    this.observed = false;
  }

  /** The monitors whose property a state breaks. */
  failing(s: Int32Array): Monitor[] {
    return this.#all
      .filter(({ monitor, slot }) => monitor.fails(this.#k.values.get(s[slot])))
      .map(({ monitor }) => monitor);
  }
}
