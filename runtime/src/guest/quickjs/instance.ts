import { Context } from './context.ts';
import { Meter } from './meter.ts';

/** What of WebAssembly this needs, in a page as on the command line. */
interface WasmMemory {
  readonly buffer: ArrayBuffer;
}
declare const WebAssembly: {
  Memory: new (pages: { readonly initial: number; readonly maximum: number }) => WasmMemory;
};

/** Pages of 64 KB: what QuickJS starts with, and all that a program may use. Its own limit does not hold. */
const pages = { initial: 256, maximum: 1024 };

/** Bytes. From 48 KB up a browser's worker breaks off before QuickJS notices. */
const stack = 32 * 1024;

/** Ticks that loading and sealing the library may take: that is our own code, and never near it. */
const startingFuel = 10_000;

/**
 * QuickJS with the agent and the library in it, and a copy of its memory from before any program: to copy it back is to have a
 * fresh realm, in a tenth of the time that reading the library takes.
 */
export class Instance {
  /** Calls the agent. */
  readonly context: Context;
  readonly meter: Meter;
  readonly #memory: WasmMemory;
  readonly #fresh: Uint8Array;

  private constructor(context: Context, meter: Meter, memory: WasmMemory) {
    this.context = context;
    this.meter = meter;
    this.#memory = memory;
    this.#fresh = withoutTrailingZeros(new Uint8Array(memory.buffer));
  }

  /** An instance of its own memory. `source` is the realm's text. */
  static async create(wasmModule: object, source: string): Promise<Instance> {
    const memory = new WebAssembly.Memory(pages);
    const meter = new Meter();
    meter.fill(startingFuel);
    const options = { wasmModule, memory, stack, tick: () => meter.tick() };
    return new Instance(await Context.create(`(function(seal){${source}\n})(true)`, options), meter, memory);
  }

  /** Forgets every program. Only between two questions, and never after QuickJS itself has broken off. */
  reset(): void {
    const bytes = new Uint8Array(this.#memory.buffer);
    bytes.set(this.#fresh);
    bytes.fill(0, this.#fresh.length);
  }
}

function withoutTrailingZeros(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.slice(0, end);
}
