import { describe, expect, it } from 'vitest';
import { explored } from '../../testing/explored.ts';

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
