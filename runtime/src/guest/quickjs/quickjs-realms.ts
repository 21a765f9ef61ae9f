import type { Limits } from '../../effects/program.ts';
import { ProgramFault } from '../program-fault.ts';
import { realmSource } from '../realm.generated.ts';
import type { Realm } from '../realm.ts';
import { Instance } from './instance.ts';

declare const WebAssembly: { compile(bytes: Uint8Array<ArrayBuffer>): Promise<object> };

/**
 * Compiles QuickJS once and makes realms in it. Realms that live at the same time have an instance and a memory of their own; one that
 * was disposed of is wiped clean for the next, so that what one program did reaches no other.
 *
 * @param wasm the bytes of QuickJS's WebAssembly file
 * @param source the realm's text
 */
export async function quickjsRealms(
  wasm: Uint8Array,
  source: string = realmSource,
): Promise<(limits: Pick<Limits, 'fuel'>) => Promise<Realm>> {
  const wasmModule = await WebAssembly.compile(new Uint8Array(wasm));
  const idle = [await Instance.create(wasmModule, source)];
  return async ({ fuel }) => {
    const instance = idle.pop() ?? (await Instance.create(wasmModule, source));
    instance.reset();
    return new QuickJSRealm(instance, fuel, (wiped) => idle.push(wiped));
  };
}

class QuickJSRealm implements Realm {
  readonly #instance: Instance;
  readonly #fuel: number;
  readonly #giveBack: (instance: Instance) => void;
  #crashed = false;
  #disposed = false;
  /** What ended it: nothing is asked of a broken realm. */
  #fault: ProgramFault | undefined;

  constructor(instance: Instance, fuel: number, giveBack: (instance: Instance) => void) {
    this.#instance = instance;
    this.#fuel = fuel;
    this.#giveBack = giveBack;
  }

  ask(request: string): string {
    if (this.#fault) throw this.#fault;
    this.#instance.meter.fill(this.#fuel);
    try {
      return this.#call(request);
    } catch (error) {
      this.#crashed = !(error instanceof ProgramFault);
      this.#fault =
        error instanceof ProgramFault ? error : new ProgramFault('memory-exceeded', 'realm-crashed');
      throw this.#fault;
    }
  }

  /** The instance serves another realm, unless QuickJS itself broke off in it. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#fault ??= new ProgramFault('runtime-error', 'realm-disposed');
    if (!this.#crashed) this.#giveBack(this.#instance);
  }

  #call(request: string): string {
    const { context, meter } = this.#instance;
    const result = context.call(request);
    if ('text' in result) return result.text;
    if (meter.empty) throw new ProgramFault('fuel-exceeded', 'endless-loop');
    if (result.thrown?.message === 'out of memory')
      throw new ProgramFault('memory-exceeded', 'out-of-memory');
    throw new Error(`internal bug: the agent threw ${JSON.stringify(result.thrown)}`);
  }
}
