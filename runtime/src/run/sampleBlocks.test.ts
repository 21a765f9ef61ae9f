import { expect, test } from 'vitest';
import { exploredWith, replayed, type Pieces } from '../../testing/explored.ts';
import type { EngineChoice, EngineReport } from './protocol.ts';
import { drawBlocks, mergeSamples, splitSamples } from './sampleBlocks.ts';

/** Threads whose counts get lost in many ways: to `few` seldom, below it never. */
const counting = (few: number): Pieces => ({
  setup: `const count = unsynchronized(0);
    const add = function* () { for (let i = 0; i < 3; i++) yield* count.set((yield* count.get()) + 1); };`,
  threads: 'A: [add], B: [add]',
  watch: 'count',
  properties: `inTheEnd({ en: 'more', 'zh-Hans': '更多' }, (s) => s.value('count') > ${few})`,
});

/** What they say who draw a part each. */
const inParts = async (pieces: Pieces, choice: EngineChoice, workers: number): Promise<EngineReport> =>
  mergeSamples(await Promise.all(splitSamples(choice, workers).map((part) => exploredWith(pieces, part))));

test.each([
  ['where nothing is found', 1, 'inconclusive'],
  ['where something is', 2, 'fails'],
])('it does not matter how many draw the samples: %s', async (_, few, verdict) => {
  const choice: EngineChoice = { engine: 'sample', samples: 2500, seed: 7 };
  const alone = await exploredWith(counting(few), choice);
  expect(alone.verdict).toBe(verdict);
  for (const workers of [1, 2, 3, 8]) expect(await inParts(counting(few), choice, workers)).toEqual(alone);
});

test('what a later block finds has the samples before it behind it, and its token replays', async () => {
  const found = await exploredWith(counting(2), { engine: 'sample', samples: 2500, seed: 7 });
  expect(found).toMatchObject({ verdict: 'fails', samples: 1663 });
  expect(await replayed(counting(2), found.failure?.token ?? '')).toMatchObject({ ended: 'failed' });
});

test('the parts are all samples, in their order, in whole blocks', () => {
  const choice: EngineChoice = { engine: 'sample', samples: 5500, seed: 1 };
  expect(splitSamples(choice, 2).map(({ samples, skip }) => [skip, samples])).toEqual([
    [0, 3000],
    [3000, 2500],
  ]);
  expect(splitSamples(choice, 100)).toHaveLength(6);
});

test('no two blocks draw with the same seed, and the first with the one that was given', async () => {
  const seeds: (number | undefined)[] = [];
  const open = { bound: 'samples', outcomes: [] } as unknown as EngineReport;
  await drawBlocks(
    { engine: 'sample', samples: 5000, seed: 9 },
    async ({ seed }) => (seeds.push(seed), open),
  );
  expect(seeds[0]).toBe(9);
  expect(new Set(seeds).size).toBe(5);
});
