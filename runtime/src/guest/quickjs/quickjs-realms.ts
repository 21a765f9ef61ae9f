import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
} from 'quickjs-emscripten-core';
import type { Limits } from '../../effects/program.ts';
import { ProgramFault } from '../program-fault.ts';
import { realmSource } from '../realm.generated.ts';
import type { Realm } from '../realm.ts';

/** What of WebAssembly this needs, in a page as on the command line. */
declare const WebAssembly: {
  compile(bytes: Uint8Array<ArrayBuffer>): Promise<object>;
  Memory: new (pages: { readonly initial: number; readonly maximum: number }) => object;
};

/** Pages of 64 KB: what QuickJS starts with, and all that a program may use. Its own limit does not hold. */
const memory = { initial: 256, maximum: 1024 };

/** Bytes. From 48 KB up a browser's worker breaks off before QuickJS notices. */
const stack = 32 * 1024;

/** Ticks that loading and sealing the library may take: that is our own code, and never near it. */
const startingFuel = 10_000;

/**
 * Compiles QuickJS once and makes realms in it: each has an instance and a memory of its own, so that what one program did to
 * either reaches no other, and the same program runs out of memory at the same place everywhere.
 *
 * @param wasm the bytes of QuickJS's WebAssembly file
 * @param source the realm's text
 */
export async function quickjsRealms(
  wasm: Uint8Array,
  source: string = realmSource,
): Promise<(limits: Pick<Limits, 'fuel'>) => Promise<Realm>> {
  const wasmModule = await WebAssembly.compile(new Uint8Array(wasm));
  return async ({ fuel }) => {
    const wasmMemory = new WebAssembly.Memory(memory);
    const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule, wasmMemory }));
    const context = quickjs.newContext();
    context.runtime.setMaxStackSize(stack);
    const meter = new Meter();
    context.runtime.setInterruptHandler(() => meter.tick());
    meter.fill(startingFuel);
    const evaluated = context.evalCode(`(function(seal){${source}\n})(true)`, 'workloop');
    return new QuickJSRealm(context, context.unwrapResult(evaluated), meter, fuel);
  };
}

/** Counts ticks: QuickJS gives one per 10,000 jumps back or calls, the same everywhere. */
class Meter {
  #left = 0;

  fill(ticks: number): void {
    this.#left = ticks;
  }

  /** Whether to break off. */
  tick(): boolean {
    return --this.#left < 0;
  }

  get empty(): boolean {
    return this.#left < 0;
  }
}

class QuickJSRealm implements Realm {
  readonly #context: QuickJSContext;
  readonly #agent: QuickJSHandle;
  readonly #meter: Meter;
  readonly #fuel: number;
  /** What ended it: nothing is asked of a broken realm. */
  #fault: ProgramFault | undefined;

  constructor(context: QuickJSContext, agent: QuickJSHandle, meter: Meter, fuel: number) {
    this.#context = context;
    this.#agent = agent;
    this.#meter = meter;
    this.#fuel = fuel;
  }

  ask(request: string): string {
    if (this.#fault) throw this.#fault;
    this.#meter.fill(this.#fuel);
    try {
      return this.#call(request);
    } catch (error) {
      this.#fault =
        error instanceof ProgramFault ? error : new ProgramFault('memory-exceeded', 'realm-crashed');
      throw this.#fault;
    }
  }

  /** The instance goes as a whole: what a program did to it need not be undone. */
  dispose(): void {
    this.#fault ??= new ProgramFault('runtime-error', 'realm-disposed');
  }

  #call(request: string): string {
    const context = this.#context;
    const text = context.newString(request);
    const result = context.callFunction(this.#agent, context.undefined, text);
    text.dispose();
    if (result.error) {
      const error = context.dump(result.error) as { message?: string } | undefined;
      result.error.dispose();
      if (this.#meter.empty) throw new ProgramFault('fuel-exceeded', 'endless-loop');
      if (error?.message === 'out of memory') throw new ProgramFault('memory-exceeded', 'out-of-memory');
      throw new Error(`internal bug: the agent threw ${JSON.stringify(error)}`);
    }
    const reply = context.getString(result.value);
    result.value.dispose();
    return reply;
  }
}
