import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realmText } from '../../../scripts/build-guest.ts';
import { inProcessRealm } from './in-process.ts';
import { quickjsRealms } from './quickjs/quickjs-realms.ts';
import { openTinyWorld, type Explored } from './testing/tiny-world.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm'));
const library = await realmText(join(import.meta.dirname, 'testing/library.ts'));
const sealed = await quickjsRealms(wasm, library);

const realms = [
  { name: 'in process', open: () => Promise.resolve(inProcessRealm(library)) },
  { name: 'in QuickJS', open: () => sealed({ fuel: 1000 }) },
];

describe.each(realms)('the cells and locks of the library’s objects, $name', ({ open }) => {
  async function explore(run: string, more = '', calls = 'driver.run()'): Promise<Explored> {
    const driver = `
      import { Door, Thing, cell } from 'workloop';
      class OwnDoor extends Door {
        readonly count = cell(0);
        *own(): any { yield* this.count.set(1); return yield* this.count.get(); }
        *base(): any { return yield* this.shut.get(); }
      }
      export class Driver extends Thing {
        readonly out = cell<any>(0);
        readonly door: any = new Door();
        readonly ownDoor = new OwnDoor();
        *run(): any { ${run} }
        ${more}
      }`;
    const scenario = `
      import { Driver } from './driver.ts';
      import { scenario } from 'workloop/run';
      export default scenario({
        *setup() {
          const driver = new Driver();
          yield* driver.door.shut.set(false);
          return { threads: { A: [() => ${calls}, () => driver.door.isShut()] } };
        },
      });`;
    const realm = await open();
    try {
      return openTinyWorld(library, { 'scenario.ts': scenario, 'driver.ts': driver }, { realm }).explore();
    } finally {
      realm.dispose();
    }
  }
  const outcomeOf = async (...program: Parameters<typeof explore>): Promise<string> =>
    (await explore(...program)).outcomes.join();
  const refused = (field: string): unknown =>
    expect.stringContaining(`"code":"private-field","data":{"field":"${field}"}`);

  it.each([
    ['write', 'yield* this.door.shut.set(true);', 'shut'],
    ['read', 'return yield* this.door.shut.get();', 'shut'],
    ['write one of several', 'yield* this.door.hinges[1].set(1);', 'hinges'],
    ['take a lock', 'yield* this.door.mutex.lock();', 'mutex'],
    ['catch the error', 'try { yield* this.door.shut.set(true); } catch { return 1; }', 'shut'],
    ['run a block', 'yield* this.door.run(() => this.door.shut.set(true));', 'shut'],
    ['run a method', 'const c = this.door.shut; yield* this.door.run(c.set.bind(c, true));', 'shut'],
    ['write its argument', 'yield* this.door.fill(this.door.shut);', 'shut'],
    ['take one of its own', 'const door: any = new Door(); yield* door.shut.set(true);', 'shut'],
    ['use a base class', 'return yield* this.ownDoor.base();', 'shut'],
  ])('refuses a driver that would %s', async (_, run, field) => {
    expect(await outcomeOf(run)).toEqual(refused(field));
  });

  it('knows one that comes back from memory, without the object that it belongs to', async () => {
    const later = '*later(): any { const [c] = yield* this.out.get(); yield* c.set(true); }';
    for (const door of ['this.door', '(new Door() as any)']) {
      const run = `const door = ${door}; yield* this.out.set([door.shut]); return yield* this.later();`;
      expect(await outcomeOf(run, later)).toEqual(refused('shut'));
    }
  });

  it('says where the driver is that uses one', async () => {
    const { where } = await explore('\nyield* this.door.shut.set(true);');
    expect(where[0]?.[0]).toMatchObject({ file: 'driver.ts', line: 13 });
  });

  it('lets everybody use the methods, and a subclass its own cells', async () => {
    const used = 'yield* this.door.close(); return yield* this.ownDoor.own();';
    expect(await outcomeOf(used)).toBe('A: 1,true');
    const made = 'const d = new OwnDoor(); yield* d.close(); return [yield* d.isShut(), yield* d.own()];';
    expect(await outcomeOf(made)).toBe('A: [true,1],false');
  });

  it('lets the scenario use them', async () => {
    expect(await outcomeOf('', '', 'driver.door.shut.set(true)')).toBe('A: undefined,true');
  });
});
