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
