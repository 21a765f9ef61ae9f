import { describe, expect, it } from 'vitest';
import { explored, type Pieces } from '../../testing/explored.ts';

describe('a program that never ends is inconclusive, and says which bound it met and where', () => {
  const grows = 'function* () { for (;;) yield* n.set((yield* n.get()) + 1); }';

  it.each([
    ['one counts', { setup: 'const n = unsynchronized(0);', threads: `A: [${grows}]` }, 'history'],
    [
      'two count',
      { setup: 'const n = unsynchronized(0);', threads: `A: [${grows}], B: [${grows}]` },
      'replayed-effects',
    ],
    [
      'one makes cells',
      { threads: 'A: [function* () { for (;;) yield* unsynchronized(0).set(1); }]' },
      'history',
    ],
  ])('%s', async (_, pieces, bound) => {
    const report = await explored(pieces);
    expect(report).toMatchObject({
      verdict: 'inconclusive',
      bound,
      error: { status: 'too-many-histories', line: expect.any(Number) as number },
    });
    expect(report.sentence.en).toMatch(/^Inconclusive: a loop at .+\.ts:\d+ /);
  });
});

describe('a thread with a list of', () => {
  const listing = (calls: number): Pieces => ({
    setup: 'const word = atomic(0);',
    threads: `A: Array.from({ length: ${calls} }, () => () => word.set(1))`,
  });

  it('1,000 calls makes them all', async () => {
    expect(await explored(listing(1000))).toMatchObject({ verdict: 'holds', states: 1001 });
  });

  // more than 32,767 would not be told apart in a state
  it.each([
    [1001, '1,001'],
    [40_000, '40,000'],
  ])('%i calls is refused, in both languages', async (calls, text) => {
    const { verdict, error, sentence } = await explored(listing(calls));
    expect({ verdict, code: error?.code }).toEqual({ verdict: 'error', code: 'too-many-calls' });
    expect(sentence.en).toContain(`\`A\` has a list of ${text} calls. Give it no more than 1,000.`);
    expect(sentence['zh-Hans']).toContain(`\`A\` 要依次做 ${text} 次调用，太多了：最多 1,000 次。`);
  });
});
