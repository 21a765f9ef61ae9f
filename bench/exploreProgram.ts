import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exploreGraph } from '../runtime/src/explore/explore.ts';
import type { Reductions } from '../runtime/src/explore/reductions.ts';
import { quickjsRealms } from '../runtime/src/guest/index.ts';
import { LIMITS } from '../runtime/src/run/limits.ts';
import { openWorld } from '../runtime/src/run/world.ts';
import { wasm } from './wasm.ts';

const makeRealm = quickjsRealms(wasm);

/** The program and the scenario of a folder of `bench/`, from their text to the verdict. Gives the states. */
export async function exploreProgram(name: string, reductions: Reductions): Promise<number> {
  const folder = join(process.cwd(), 'bench', name);
  const files = Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  const realm = await (await makeRealm)(LIMITS);
  const program = { files, scenario: 'scenario.ts', trusted: ['scenario.ts'] };
  const { kernel, initial, properties } = openWorld(realm, program, LIMITS);
  const { verdict, states } = exploreGraph(kernel, initial, { properties, reductions });
  realm.dispose();
  if (verdict !== 'holds') throw new Error(`${name}: ${verdict}`);
  return states;
}
