import { describe, expect, it } from 'vitest';
import { columns as textUnits, type Trace } from 'workloop/trace';
import disk from './fixtures/disk.trace.json';
import { layoutTimeline } from './layout';
import { letterWidth, type Shape } from './model';
import { testWords as words } from './testWords';

const trace = disk as unknown as Trace;
const layout = (density: 'story' | 'steps' | 'everything', shape: Shape = 'columns') =>
  layoutTimeline(trace, { density, shape, words });

describe('in columns', () => {
  const model = layout('steps');
  const barsOf = (name: string) =>
    model.bars.filter(({ column }) => model.columns[column].owner.name === name).map(({ state }) => state);

  it('has one row a step, in order, none overlapping another', () => {
    expect(model.rows.map(({ step }) => step.step)).toEqual(trace.steps.map(({ step }) => step));
    model.rows.slice(1).forEach((row, i) => expect(row.y).toBe(model.rows[i].y + model.rows[i].height));
  });

  it('leaves out a context that never moved, unless it is a client', () => {
    expect(model.columns.map(({ owner }) => owner.name)).toEqual(['A', 'B', 'work loop', 'usb irq 0']);
  });

  it('keeps every text inside its column', () => {
    for (const row of model.rows) {
      const { textX, x, width } = model.columns[row.column];
      for (const line of row.lines)
        expect(textX + textUnits(line.text) * letterWidth).toBeLessThanOrEqual(x + width);
    }
  });

  it('draws what each context does while others move', () => {
    expect(barsOf('A')).toEqual(['holds', 'asleep', 'waits', 'holds']);
    expect(barsOf('B')).toEqual(['waits', 'holds', 'asleep']);
    expect(barsOf('work loop')).toEqual(['asleep', 'waits', 'holds', 'asleep']);
  });

  it('breaks the gate’s band where the owner sleeps', () => {
    expect(model.ownership.map(({ owner }) => owner.letter)).toEqual(['A', 'B', 'W', 'A']);
    const [first, second] = model.ownership;
    expect(second!.y).toBeGreaterThan(first!.y + first!.height);
  });

  it('draws an arrow for each wakeup, to whom', () => {
    expect(model.arrows.map(({ owner, fromX, toX }) => [owner.letter, toX < fromX])).toEqual([
      ['U', true],
      ['W', true],
    ]);
  });
});

it('tells less in a story and more in everything', () => {
  const lines = (density: 'story' | 'steps' | 'everything') =>
    layout(density).rows.flatMap((row) => row.lines.map(({ text }) => text));
  expect(lines('story')).not.toContain('busy: false → true');
  expect(lines('story')).toContain('sleep(done)');
  expect(lines('steps')).toContain('busy: false → true');
  expect(lines('steps')).not.toContain('IOWL_GATE point');
  expect(lines('everything')).toContain('IOWL_GATE point');
});

it('says a step in one line, however many it is drawn in', () => {
  const [wide, narrow] = [layout('everything'), layout('everything', 'narrow')];
  const said = ({ rows }: typeof wide) => rows.map((row) => row.said);
  const lines = ({ rows }: typeof wide) => rows.flatMap((row) => row.lines).length;
  expect(said(narrow)).toEqual(said(wide));
  expect(lines(narrow)).toBeGreaterThan(lines(wide));
});

it('fits a screen of 320 px', () => {
  expect(layout('steps', 'narrow').width).toBeLessThanOrEqual(320 - 2 * 16);
});

it('fits it with six lanes, too', () => {
  const more = ['C', 'D'].map((name) => ({ ...trace.contexts[0]!, name }));
  const crowded = { ...trace, contexts: [...trace.contexts, ...more] };
  const { columns, width } = layoutTimeline(crowded, { density: 'steps', shape: 'narrow', words });
  expect(columns).toHaveLength(6);
  expect(width).toBeLessThanOrEqual(320 - 2 * 16);
});
