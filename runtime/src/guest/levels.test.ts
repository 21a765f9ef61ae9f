import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realmText } from '../../../scripts/build-guest.ts';
import { directed, type Directed } from './instrument/directed.ts';
import { randomProgram } from './testing/random-program.ts';
import { openTinyWorld, type Explored } from './testing/tiny-world.ts';

const library = await realmText(join(import.meta.dirname, 'testing/library.ts'));

const cells = `
  import { cell, Lock } from 'workloop';
  const cells = [cell<unknown>(0), cell<unknown>(0), cell<unknown>(0), cell<unknown>(0)];
  const mutex = new Lock();
  export const load = (n: number) => cells[n].get();
  export const store = (n: number, value: unknown) => cells[n].set(value);
  export const lock = () => mutex.lock();
  export const unlock = () => mutex.unlock();
  export const result = cells[1];`;

const scenario = (other: string): string => `
  import { scenario } from 'workloop/run';
  import { load, store, result } from './cells.ts';
  import { program } from './program.ts';
  export default scenario({
    *setup() {
      return { threads: { A: [() => program()], B: [${other}] }, watch: { result } };
    },
  });`;

const explore = (source: string, other: string, level: 0 | 1 | 2 | 3, most?: number): Explored => {
  // What a procedure returns is data or a thing of the kernel's.
  const program = `import { Thing } from 'workloop'; ${source}`
    .replace(`from 'cells'`, `from './cells.ts'`)
    .replace('class Base {', 'class Base extends Thing {');
  const files = { 'scenario.ts': scenario(other), 'cells.ts': cells, 'program.ts': program };
  const world = openTinyWorld(library, files, { level });
  const explored = world.explore(most);
  world.program.audit();
  return explored;
};

const resultOf = (outcome: string): unknown => JSON.parse(/result=(.*)$/.exec(outcome)?.[1] ?? 'null');

const whichIsShared: Directed = {
  name: 'which of two objects a local is',
  source: `import { load, store } from 'cells';
    export function* program() {
      const a = { n: 0 }, b = { n: 0 };
      let seen = yield* load(0);
      const c = seen ? a : b;
      seen = 0;
      yield* load(2);
      c.n = 1;
      yield* store(1, a.n);
    }`,
  outcomes: [0, 1],
};

describe('a directed program', () => {
  // A sealed realm has no Proxy.
  it.each([...directed, whichIsShared].filter(({ name }) => name !== 'value: Proxy'))(
    'means the same at every level: $name',
    ({ name, source, outcomes }) => {
      // Without loop heads, a loop that waits has no end.
      const levels = name === 'spin' ? ([2, 3] as const) : ([0, 1, 2, 3] as const);
      const found = levels.map((level) => explore(source, '() => store(0, 1)', level));
      for (const { outcomes: texts, seen } of found) {
        expect(new Set(texts.map(resultOf))).toEqual(new Set(outcomes));
        expect(seen).toEqual(found[0]?.seen);
      }
    },
  );
});

describe('random programs', () => {
  it.each([1, 2, 3, 4])('mean the same at every level, batch %i', (batch) => {
    let states = 0;
    for (let i = 0; i < 12; i++) {
      const source = randomProgram(batch * 1000 + i);
      const levels = ([0, 1, 2, 3] as const).map((level) => {
        try {
          return explore(source, '() => store(0, 1), () => store(2, 1), () => store(0, 2)', level, 1500);
        } catch (error) {
          if ((error as Error).message === 'too many states') return undefined;
          throw new Error(`level ${level}: ${(error as Error).message}\n${source}`, { cause: error });
        }
      });
      const [oracle] = levels;
      if (!oracle) continue;
      states += oracle.states;
      for (const found of levels) {
        // The source is there to be read when they differ.
        expect({ source, ...found }).toMatchObject({ source, outcomes: oracle.outcomes, seen: oracle.seen });
      }
    }
    expect(states).toBeGreaterThan(300);
  });
});
