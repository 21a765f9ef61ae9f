import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exploreGraph } from '../runtime/src/explore/explore.ts';
import type { Reductions } from '../runtime/src/explore/reductions.ts';
import { quickjsRealms } from '../runtime/src/guest/index.ts';
import { LIMITS } from '../runtime/src/run/limits.ts';
import { openWorld } from '../runtime/src/run/world.ts';
import { wasm } from './wasm.ts';

const read = (file: string): string => readFileSync(join(process.cwd(), 'bench/capstone', file), 'utf8');
const makeRealm = quickjsRealms(wasm);

/** The driver and the scenario of `capstone/`, from their text to the verdict. Gives the states. */
export async function exploreCapstone(reductions: Reductions): Promise<number> {
  const realm = await (await makeRealm)(LIMITS);
  const files = { 'disk.ts': read('disk.ts'), 'scenario.ts': read('scenario.ts') };
  const program = { files, scenario: 'scenario.ts', trusted: ['scenario.ts'] };
  const { kernel, initial, properties } = openWorld(realm, program, LIMITS);
  const { verdict, states } = exploreGraph(kernel, initial, { properties, reductions });
  realm.dispose();
  if (verdict !== 'holds') throw new Error(`capstone: ${verdict}`);
  return states;
}
