import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realmText } from '../../scripts/build-guest.ts';
import { play, type Played } from './play.ts';
import { readOracle, type OracleScenario, type Scene, type Step } from './read.ts';
import { linesOf, summaryOf } from './report.ts';

const realm = await realmText(join(import.meta.dirname, '../src/index.ts'));
const { scenarios } = readOracle(readFileSync(join(import.meta.dirname, 'selection.json'), 'utf8'));
const options = { realm, maxStates: 20_000 };

const scenario = (id: string): OracleScenario => scenarios.find((one) => one.id === id)!;

test.each(scenarios)('$id: $title', (one) => {
  expect(linesOf(play(one, options)).join('\n')).toMatch(/^\w[\w-]* equal: /);
});

const older = readOracle(readFileSync(join(import.meta.dirname, 'selection-2782.json'), 'utf8')).scenarios;

test.each(older)('$id in yosemite: $title', (one) => {
  expect(linesOf(play(one, { ...options, kernel: 'yosemite' })).join('\n')).toMatch(/^\w[\w-]* equal: /);
  expect(play(one, options).result).toBe('different');
});

test('an outcome that the record lacks is extra, with a run that ends so', () => {
  const whole = scenario('W48d');
  expect(whole.outcomes.length).toBeGreaterThan(1);
  const played = play({ ...whole, outcomes: whole.outcomes.slice(1) }, options);
  const [removed] = whole.outcomes;
  expect(played).toMatchObject({
    result: 'different',
    missing: [],
    extra: [
      { outcome: { order: removed.record.order }, witness: { schedule: expect.stringMatching(/^\w/) } },
    ],
  });
});

test('an outcome that no run of ours has is missing', () => {
  const whole = scenario('W48d');
  const [first] = whole.outcomes;
  const invented = { ...first, record: { ...first.record, order: ['never@A'] } };
  const played = play({ ...whole, outcomes: [...whole.outcomes, invented] }, options);
  expect(played).toMatchObject({ result: 'different', missing: [{ order: ['never@A'] }], extra: [] });
});

test('an outcome of the coarse set alone is not asked for', () => {
  const whole = scenario('W48d');
  const [first] = whole.outcomes;
  const coarse = { record: { ...first.record, order: ['never@A'] }, fine: false };
  expect(play({ ...whole, outcomes: [...whole.outcomes, coarse] }, options).result).toBe('equal');
});

test('a scenario with more states than wanted is too large', () => {
  expect(play(scenario('GD-1-ER'), { realm, maxStates: 50 })).toMatchObject({ result: 'too large' });
});

/** A scenario of one thread that nobody has an outcome for. */
const alone = (steps: readonly Step[], scene: Partial<Scene> = {}): Played =>
  play(
    {
      id: 'X',
      title: 'made up',
      outcomes: [],
      scenario: {
        workLoops: ['wl1'],
        sources: [],
        lines: [],
        locks: ['m'],
        vars: [],
        setup: [],
        settle: true,
        actions: {},
        threads: { A: steps },
        ...scene,
      },
    },
    options,
  );

test('a step that nobody has written is not covered, and named', () => {
  expect(alone([{ call: 'teleport' }])).toMatchObject({ result: 'not covered', reason: 'step teleport' });
});

test('a source whose class is not there is not covered, and the class named', () => {
  const sources = [{ name: 'x1', kind: 'hologram', loop: 'wl1' }];
  expect(alone([], { sources })).toMatchObject({ result: 'not covered', reason: 'source kind hologram' });
});

test('a thread whose moment never comes is stuck in its wait', () => {
  expect(alone([{ call: 'waitVar', var: 'x', eq: 1 }])).toMatchObject({
    extra: [{ outcome: { stuck: ['A wait'] } }],
  });
});

test('what is left at the end is compared: a variable, a chain', () => {
  const whole = scenario('G44');
  const outcomes = whole.outcomes.map(({ record, fine }) => ({
    fine,
    record: { ...record, final: { ...record.final, vars: { n: 7 } } },
  }));
  expect(play({ ...whole, outcomes }, options)).toMatchObject({
    missing: [{ final: { vars: { n: 7 } } }],
    extra: [{ outcome: { final: { vars: { n: 1 }, wl1: { chain: [], passive: ['g1'] } } } }],
  });
});

test('steps behind ifVar are skipped where the variable differs', () => {
  const steps = [
    { call: 'ifVar', var: 'x', eq: 1, count: 1 },
    { call: 'mark', name: 'skipped' },
    { call: 'mark', name: 'reached' },
  ];
  expect(alone(steps)).toMatchObject({ extra: [{ outcome: { order: ['mark:reached@A'] } }] });
});

test('who waits for a lock is stuck at a gate', () => {
  const lock = { call: 'lock', lock: 'm' };
  const threads = { A: [lock], B: [{ call: 'waitDone', thread: 'A' }, lock] };
  expect(alone([], { threads })).toMatchObject({ extra: [{ outcome: { stuck: ['B gate'] } }] });
});

test('a result is told in lines, and all of them are counted', () => {
  const played = alone([
    { call: 'lock', lock: 'm' },
    { call: 'mark', name: 'x' },
  ]);
  expect(linesOf(played).map((line) => line.trim())).toEqual([
    'X different: made up, 3 states',
    'extra   {"calls":[],"order":["mark:x@A"],"panic":null,"stuck":[],"livelock":false,"final":{"wl1":{"chain":[],"passive":[]}}}',
    'A*2',
    'A: lk, point',
  ]);
  expect(summaryOf([played])).toBe('1 scenarios: 0 equal, 1 different, 0 failed, 0 too large, 0 not covered');
});
