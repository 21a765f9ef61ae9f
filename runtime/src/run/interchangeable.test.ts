import { expect, test } from 'vitest';
import { explored } from '../../testing/explored.ts';

const driver = `
  class Counter {
    readonly lock = IOLockAlloc();
    readonly count = cell(0);
    readonly last = cell<unknown>(0);

    *bump(by: number, _who?: number): Op<number> {
      yield* IOLockLock(this.lock);
      const before = yield* this.count.get();
      yield* this.count.set(before + by);
      yield* IOLockUnlock(this.lock);
      return before;
    }
    *note(_who?: number): Op {
      const own = atomic(0);
      yield* own.get();
      yield* this.bump(1);
    }
    *sign(_who?: number): Op {
      yield* IOLockLock(this.lock);
      yield* this.last.set(yield* current_thread());
      yield* IOLockUnlock(this.lock);
    }
  }`;
const setup = 'const counter = new Counter();';
const of = (threads: string, watch = ''): ReturnType<typeof explored> =>
  explored({ driver, setup, threads, watch });

/** Calls that bring about more states than are counted without symmetry (`MOST_DRAWN`). */
const more = '() => counter.bump(1), () => counter.bump(1)';

/** The same call in three threads: as it stands, and with an argument that tells them apart and that nobody looks at. */
const both = async (call: (who: string) => string, watch?: string) => {
  const threads = (...who: readonly string[]): string =>
    who.map((mark, i) => `${'ABC'[i]}: [${call(mark)}]`).join(', ');
  const [alike, apart] = [await of(threads('9', '9', '9'), watch), await of(threads('1', '2', '3'), watch)];
  const outcomes = ({ outcomes: all }: typeof alike): string[] =>
    all.map(({ results, watched }) => JSON.stringify([results, watched])).toSorted();
  expect(alike.verdict).toBe('holds');
  expect(outcomes(alike)).toEqual(outcomes(apart));
  return { alike: alike.states, apart: apart.states };
};

test('threads that call the same method with the same arguments are interchangeable', async () => {
  const { alike, apart } = await both((who) => `() => counter.bump(1, ${who}), ${more}`);
  expect(alike).toBeLessThan(apart / 2);
});

test('so are those that share a function, and those whose later calls take what the earlier ones returned', async () => {
  const { alike, apart } = await both(
    (who) => `() => counter.bump(1, ${who}), (n: number) => counter.bump(n), () => counter.bump(1)`,
  );
  expect(alike).toBeLessThan(apart / 2);
  const written = `function* () { ${'yield* counter.bump(1); '.repeat(4)} }`;
  const shared = await explored({
    driver,
    setup: `${setup} const call = ${written};`,
    threads: 'A: [call], B: [call], C: [call]',
  });
  expect(shared.states).toBeLessThan(
    (await of(`A: [${written}], B: [${written}], C: [${written}]`)).states / 2,
  );
});

test('threads that make something, which is named after them, are not', async () => {
  const { alike, apart } = await both((who) => `() => counter.note(${who})`);
  expect(alike).toBe(apart);
});

test('nor are threads that leave who they are in a cell', async () => {
  const { alike, apart } = await both((who) => `() => counter.sign(${who})`, 'last: counter.last');
  expect(alike).toBe(apart);
});
