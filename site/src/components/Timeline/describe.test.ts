import { expect, it } from 'vitest';
import type { TraceStep } from 'workloop/trace';
import { describeStep, effectText, type Density } from './describe';
import { testWords } from './testWords';

const inIOKit = { file: 'workloop:iokit/IOCommandGate.ts', line: 81, procedure: 'IOCommandGate.runAction' };
const inDriver = { file: 'disk.ts', line: 31, procedure: 'Disk.write' };
const step = (more: Partial<TraceStep>): TraceStep => ({
  step: 1,
  context: 'A',
  effect: 'load',
  object: 'gate.enabled',
  result: true,
  where: [inIOKit, inDriver],
  events: [],
  held: [],
  blocked: [],
  ...more,
});
const texts = (one: TraceStep, density: Density) =>
  describeStep(one, density, testWords).map(({ text }) => text);

it('shows what IOKit does inside only in everything', () => {
  expect(texts(step({}), 'steps')).toEqual([]);
  expect(texts(step({}), 'everything')).toEqual(['gate.enabled = true']);
});

it('shows the driver’s own steps unless only the story is told', () => {
  expect(texts(step({ where: [inDriver] }), 'story')).toEqual([]);
  expect(texts(step({ where: [inDriver] }), 'steps')).toEqual(['gate.enabled = true']);
});

it('tells who took a lock, wherever that was', () => {
  const taken = step({
    effect: 'lock',
    object: 'gate',
    events: [{ type: 'lockTaken', lock: 'gate', depth: 1 }],
  });
  expect(texts({ ...taken, result: undefined }, 'story')).toEqual(['lock(gate)']);
});

it('names a call by its outermost procedure', () => {
  expect(texts(step({ events: [{ type: 'callStart', call: 0 }] }), 'story')).toEqual(['Disk.write()']);
});

it('has the words of a trace as text for what no program calls', () => {
  const delivered = step({
    context: 'irq',
    effect: 'deliver',
    object: 'irq',
    result: undefined,
    where: [inDriver],
  });
  expect(texts(delivered, 'steps')).toEqual(['interrupt']);
  const woken = step({ effect: 'retake', object: 'gate', result: undefined, where: [inDriver] });
  expect(texts(woken, 'steps')).toEqual(['takes gate back']);
});

it('says of a step that is not taken yet what it is about', () => {
  expect(effectText({ effect: 'load', object: 'count' }, testWords)).toBe('load(count)');
  expect(effectText({ effect: 'lock', object: 'gate' }, testWords)).toBe('lock(gate)');
});

it('tells of a store that waits, of its way to memory, and of what a step pushes out first', () => {
  const store = step({ effect: 'store', object: 'a', values: [1], result: undefined, where: [inDriver] });
  const waits = { ...store, events: [{ type: 'buffered', cell: 'a', value: 1 }] as const };
  expect(texts(waits, 'steps')).toEqual(['a → 1 (buffered)']);
  const changed = { type: 'changed', cell: 'a', before: 0, after: 1 } as const;
  const flush = { ...store, effect: 'flush', where: [], events: [changed] };
  expect(texts(flush, 'steps')).toEqual(['a → 1 reaches memory']);
  const lock = { ...store, effect: 'lock', object: 'gate', values: [], events: [changed] };
  expect(texts(lock, 'steps')).toEqual(['lock(gate)', '(flushes a → 1)']);
});
