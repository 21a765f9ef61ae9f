import { describe, expect, it } from 'vitest';
import { explored } from '../../testing/explored.ts';

const driver = `
  class Counter extends OSObject {
    readonly count = atomic(0);
    *increment() { return yield* OSIncrementAtomic(this.count); }
    *get() { return yield* this.count.get(); }
  }`;
const title = "{ en: 'stays low', 'zh-Hans': '不会变大' }";
const counter = (properties: string, threads = 'A: [() => c.increment()], B: [() => c.increment()]') =>
  explored({ driver, setup: 'const c = new Counter();', threads, watch: 'count: c.count', properties });
const fails = { verdict: 'fails', failure: { kind: 'property' } };
const holds = { verdict: 'holds' };

describe('properties', () => {
  it('never fails in a state on the way', async () => {
    expect(await counter(`never(${title}, (s) => s.value('count') === 1)`)).toMatchObject(fails);
    expect(await counter(`never(${title}, (s) => s.value('count') === 3)`)).toMatchObject(holds);
  });

  it('inTheEnd looks at final states only', async () => {
    expect(await counter(`inTheEnd(${title}, (s) => s.value('count') === 2)`)).toMatchObject(holds);
    expect(await counter(`inTheEnd(${title}, (s) => s.value('count') === 1)`)).toMatchObject(fails);
  });

  it('everyCallReturns and callReturns look at what calls return', async () => {
    const gets = 'A: [() => c.get(), () => c.get()]';
    expect(await counter('everyCallReturns(0)', gets)).toMatchObject(holds);
    expect(await counter('everyCallReturns(0)')).toMatchObject(fails);
    expect(await counter("callReturns('A', 0, 0, 1)")).toMatchObject(holds);
    expect(await counter("callReturns('A', 0, 0)")).toMatchObject(fails);
  });

  it('monitor remembers what happened', async () => {
    const changes = (most: number): string => `monitor(${title}, {
      start: 0, of: ['changed'], on: (n) => (n === ${most} ? broken : n + 1) })`;
    expect(await counter(changes(2))).toMatchObject(holds);
    expect(await counter(changes(1))).toMatchObject(fails);
  });

  it('may be listed although every scenario has them', async () => {
    expect(await counter('noDeadlock(), noHang(), noDataRace(), noPanic()')).toMatchObject(holds);
  });
});

describe('noLivelock', () => {
  const polite = {
    driver: `
      class Corridor extends OSObject {
        readonly left = IOLockAlloc();
        readonly right = IOLockAlloc();
        *pass(mine, theirs) {
          for (;;) {
            yield* IOLockLock(mine);
            if (yield* IOLockTryLock(theirs)) break;
            yield* IOLockUnlock(mine);
          }
          yield* IOLockUnlock(theirs);
          yield* IOLockUnlock(mine);
        }
      }`,
    setup: 'const c = new Corridor();',
    threads: 'A: [() => c.pass(c.left, c.right)], B: [() => c.pass(c.right, c.left)]',
  };

  it('finds two threads that step aside for each other forever, and only where it is listed', async () => {
    expect(await explored(polite)).toMatchObject(holds);
    const { failure, sentence } = await explored({ ...polite, properties: 'noLivelock()' });
    expect(failure?.kind).toBe('livelock');
    expect(sentence.en).toMatch(
      /^Fails: livelock: A, B can go round in a circle forever, .* A is at test\.ts:\d+\.$/,
    );
    expect(sentence['zh-Hans']).toMatch(/^不成立：活锁：A, B 都在走，/);
    const circle = failure?.trace.steps.slice((failure.failingStep ?? 1) - 1) ?? [];
    expect(new Set(circle.map(({ context }) => context))).toEqual(new Set(['A', 'B']));
  });
});

describe('when', () => {
  it('never starts a call whose moment does not come', async () => {
    expect(
      await counter('', "A: [when(asleep('B'), () => c.increment())], B: [() => c.increment()]"),
    ).toMatchObject({
      verdict: 'fails',
      failure: { kind: 'never-starts' },
    });
  });
});
