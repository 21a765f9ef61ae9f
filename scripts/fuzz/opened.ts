import { readFileSync } from 'node:fs';
import { worldOf } from '../../runtime/src/explore/explore.ts';
import type { Property } from '../../runtime/src/explore/properties.ts';
import type { World } from '../../runtime/src/explore/search.ts';
import { resultsOf } from '../../runtime/src/explore/view.ts';
import { quickjsRealms } from '../../runtime/src/guest/index.ts';
import { ClockRead } from '../../runtime/src/kernel/index.ts';
import { LIMITS } from '../../runtime/src/run/limits.ts';
import type { Program } from '../../runtime/src/run/index.ts';
import { openWorld } from '../../runtime/src/run/world.ts';

export const wasm = readFileSync(
  'node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm',
);
const realms = quickjsRealms(wasm);

/** Looks at a world; `textOf` is what is to be seen of a final state: what was returned, and what is watched. */
export type Look<T> = (world: World, textOf: (s: Int32Array) => string) => T;

/** A program that is open: as many worlds of it as one likes, which share its kernel. */
export interface Opened {
  /** Looks at a new world, with all properties or with those that are kept. */
  look<T>(at: Look<T>, keep?: (property: Property) => boolean): T;
}

/** Opens a program in a realm of its own, for as long as it is used. */
export async function withOpened<T>(program: Program, use: (opened: Opened) => T): Promise<T> {
  const realm = await (await realms)(LIMITS);
  try {
    const { kernel, initial, properties } = openWorld(realm, program, LIMITS);
    const cells = Object.values(properties.watch);
    const textOf = ({ clients }: World, s: Int32Array): string =>
      JSON.stringify([
        clients.map((c) => resultsOf(kernel, s, c)),
        cells.map((cell) => kernel.values.get(s[kernel.records.get(cell)?.slot ?? 0] ?? 0)),
      ]);
    return use({
      look: (at, keep = () => true) => {
        const kept = { ...properties, properties: properties.properties.filter(keep) };
        const begin = (): ReturnType<typeof at> => {
          const world = worldOf(kernel, initial, kept);
          return world.monitors.during(() => at(world, (s) => textOf(world, s)));
        };
        return whateverTheClock(begin);
      },
    });
  } finally {
    realm.dispose();
  }
}

/** Once somebody has read the clock, states remember the time, and what was seen before does not count. */
function whateverTheClock<T>(begin: () => T): T {
  try {
    return begin();
  } catch (error) {
    if (!(error instanceof ClockRead)) throw error;
    return begin();
  }
}
