import { quickjsRealms } from '../guest/index.ts';
import { Engine } from './engine.ts';

/**
 * An engine whose programs run sealed in QuickJS.
 *
 * @param wasm the bytes of QuickJS's WebAssembly file; the page fetches them, the command line reads them
 */
export async function createEngine({ wasm }: { readonly wasm: Uint8Array }): Promise<Engine> {
  return new Engine(await quickjsRealms(wasm));
}
