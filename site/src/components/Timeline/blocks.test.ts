import { expect, it } from 'vitest';
import type { Trace } from 'workloop/trace';
import { blocksBetween, blocksOf, hollow } from './blocks';
import disk from './fixtures/disk.trace.json';
import { layoutTimeline } from './layout';
import { testWords as words } from './testWords';

/** The run of the fixture, again and again, until it has 2,000 steps. */
const once = disk as unknown as Trace;
const steps = Array.from({ length: 2000 }, (_, i) => ({
  ...once.steps[i % once.steps.length]!,
  step: i + 1,
}));
const model = layoutTimeline({ ...once, steps }, { density: 'steps', shape: 'columns', words });
const blocks = blocksOf(model);

it('cuts a long timeline between rows into pieces no taller than a page of paper', () => {
  expect(blocks.flatMap(({ rows }) => rows)).toEqual(model.rows);
  let end = 0;
  for (const { y, height } of blocks) {
    expect(y).toBe(end);
    expect(height).toBeLessThanOrEqual(810);
    end = y + height;
  }
  expect(end).toBe(model.height);
});

it('has what reaches over a cut in both pieces, and every arrow once', () => {
  const [first, second] = blocks;
  const over = model.bars.filter((bar) => bar.y < second!.y && bar.y + bar.height > second!.y);
  expect(over.length).toBeGreaterThan(0);
  for (const bar of over) expect(first!.bars.includes(bar) && second!.bars.includes(bar)).toBe(true);
  expect(blocks.flatMap(({ arrows }) => arrows)).toEqual(model.arrows);
});

it('leaves its room to a piece that is not drawn', () => {
  expect(hollow(blocks[1]!)).toMatchObject({ y: blocks[1]!.y, height: blocks[1]!.height, rows: [] });
});

it('finds the pieces that a stretch touches, and none beside the timeline', () => {
  const { y, height } = blocks[2]!;
  expect(blocksBetween(blocks, y, y + height)).toEqual({ from: 2, to: 3 });
  expect(blocksBetween(blocks, y - 1, y + height + 1)).toEqual({ from: 1, to: 4 });
  expect(blocksBetween(blocks, -900, -100)).toEqual({ from: 0, to: 0 });
  expect(blocksBetween(blocks, model.height + 1, model.height + 900)).toEqual({ from: 0, to: 0 });
});
