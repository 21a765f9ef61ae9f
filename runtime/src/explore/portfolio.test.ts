import { describe, expect, test } from 'vitest';
import { exploreDpor } from './dpor/exploreDpor.ts';
import { lockCounter, philosophers, philosophersOrdered, readers } from './dpor/testing/programs.ts';
import { exploreGraph } from './explore.ts';
import { explorePortfolio, type PortfolioVerdict } from './portfolio.ts';
import type { Property, PropertySet } from './properties.ts';
import type { Ready } from './testing/program.ts';
import type { Progress } from './verdict.ts';

const NO_PROPERTIES: PropertySet = { properties: [], watch: {} };
const explore = ({ kernel, initial }: Ready, properties = NO_PROPERTIES): PortfolioVerdict =>
  explorePortfolio(kernel, initial, { properties });
const engineOf = (found: PortfolioVerdict): string => ('engine' in found ? found.engine : 'graph');
const verdictOf = (found: PortfolioVerdict): string =>
  'engine' in found ? found.verdict.verdict : found.verdict;

describe('who is done first answers, and says what the others say', () => {
  test.each([
    ['many threads with few traces', () => philosophersOrdered(10), 'dpor', 'holds'],
    ['many orders of the same few states', () => lockCounter(3, 3), 'graph', 'holds'],
    ['a failure that is near', () => philosophers(5), 'graph', 'fails'],
    ['a failure behind many states', () => philosophers(9), 'dpor', 'fails'],
  ])('%s', (_, make, engine, verdict) => {
    const found = explore(make());
    expect([engineOf(found), verdictOf(found)]).toEqual([engine, verdict]);
    const { kernel, initial } = make();
    const other =
      engine === 'graph'
        ? exploreDpor(kernel, initial, { properties: NO_PROPERTIES, untilFailure: true }).verdict
        : exploreGraph(kernel, initial, { properties: NO_PROPERTIES, limits: { states: 20_000 } });
    expect([verdict, 'inconclusive']).toContain(other.verdict);
  });
});

test('the same program is decided by the same engine in the same way', () => {
  const [first, second] = [explore(philosophersOrdered(10)), explore(philosophersOrdered(10))];
  expect(second).toEqual(first);
});

test('what DPOR would be wrong about is left to the state graph', () => {
  const always: Property = {
    kind: 'state',
    title: { en: '', 'zh-Hans': '' },
    forbids: false,
    holds: () => true,
  };
  const found = explore(philosophersOrdered(9), { properties: [always], watch: {} });
  expect([engineOf(found), verdictOf(found)]).toEqual(['graph', 'holds']);
});

test('where the graph is too large and there are too many traces, the graph says which bound it met', () => {
  const { kernel, initial } = readers(12);
  const found = explorePortfolio(kernel, initial, {
    properties: NO_PROPERTIES,
    limits: { states: 1000 },
    traces: 1000,
  });
  expect(found).toMatchObject({ verdict: 'inconclusive', bound: 'states', limit: 1000 });
});

test('one hears of both, and may stop both', () => {
  const { kernel, initial } = philosophersOrdered(12);
  const heard: Progress[] = [];
  const found = explorePortfolio(kernel, initial, {
    properties: NO_PROPERTIES,
    onProgress: (progress) => heard.push(progress),
    cancelled: () => heard.length === 2,
  });
  expect([verdictOf(found), heard.length]).toEqual(['cancelled', 2]);
  for (const { states, traces } of heard) {
    expect(states).toBeGreaterThan(0);
    expect(traces).toBeGreaterThan(0);
  }
});
