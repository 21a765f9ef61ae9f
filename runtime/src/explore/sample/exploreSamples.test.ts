import { describe, expect, test } from 'vitest';
import type { RunsVerdict } from '../runsVerdict.ts';
import { leadsTo } from '../leads.ts';
import { worldOf } from '../explore.ts';
import type { EndProperty, PropertySet } from '../properties.ts';
import { opsOf } from '../testing/ops.ts';
import { philosophers } from '../dpor/testing/programs.ts';
import { ready, type Program, type Ready } from '../testing/program.ts';
import { exploreSamples, type ExploreSamplesOptions } from './exploreSamples.ts';

const STEPS = 20;

/** Two threads that do something of their own, then count without a lock: the count is lost if one gets between two steps of the other. */
const lateRace = (): Ready =>
  ready({
    cells: Array.from({ length: 3 }, () => ({ kind: 'unsynchronized', value: 0 })),
    mutexes: [false],
    clients: (m) => {
      const op = opsOf(m);
      const ownSteps = (cell: number) => Array.from({ length: STEPS }, () => op.store(cell, 1));
      return [1, 2].map((cell) => [[...ownSteps(cell), op.load(0, 1), op.storeNext(0, 1)]]);
    },
  });

/** The same under a lock. */
const locked = (): Ready =>
  ready({
    cells: [{ kind: 'plain', value: 0 }],
    mutexes: [false],
    clients: (m) => {
      const op = opsOf(m);
      return [0, 1].map(() => [[op.lock(), op.load(0, 1), op.storeNext(0, 1), op.unlock()]]);
    },
  });

const bothCount: EndProperty = {
  kind: 'end',
  title: { en: 'both count', 'zh-Hans': '两次都计入' },
  holds: (view) => view.value('count') === 2,
};

const propertiesOf = ({ cells }: Ready): PropertySet => ({
  properties: [bothCount],
  watch: { count: cells[0] },
});

const sampled = (program: Ready, options: Omit<ExploreSamplesOptions, 'properties'>): RunsVerdict =>
  exploreSamples(program.kernel, program.initial, { properties: propertiesOf(program), ...options });

describe.each(['walk', 'pct', 'pos'] as const)('%s', (strategy) => {
  test('finds a bug that needs one preemption, with a schedule that shows it', () => {
    const program = lateRace();
    const { verdict, runs } = sampled(program, { samples: 2000, seed: 1, strategies: [strategy] });
    expect(runs).toBeLessThan(2000);
    expect(verdict).toMatchObject({
      verdict: 'fails',
      counterexample: { failure: { kind: 'property' }, preemptions: 1, shortest: true },
    });
    if (verdict.verdict !== 'fails') return;
    const { schedule, failure } = verdict.counterexample;
    const again = lateRace();
    const world = worldOf(again.kernel, again.initial, propertiesOf(again));
    const choices = schedule.map(({ context, alternative }) => (context << 8) | alternative);
    expect(leadsTo(world, choices, failure)).toBe(true);
  });

  test('says how many samples it took where it finds nothing', () => {
    const { verdict } = sampled(locked(), { samples: 300, seed: 1, strategies: [strategy] });
    expect(verdict).toMatchObject({ verdict: 'inconclusive', bound: 'samples', limit: 300 });
  });

  test('does the same for the same seed', () => {
    const options = { samples: 2000, seed: 7, strategies: [strategy] };
    expect(sampled(lateRace(), options)).toEqual(sampled(lateRace(), options));
  });
});

test('PCT of depth 2 finds a bug of depth 2 in one run at least as often as it guarantees', () => {
  const times = 1500;
  const length = 2 * (STEPS + 2);
  let found = 0;
  for (let seed = 0; seed < times; seed++) {
    // the first run only tells how long a run is
    const { runs, verdict } = sampled(lateRace(), { samples: 2, seed, strategies: ['pct'], depth: 2 });
    if (verdict.verdict === 'fails' && runs === 2) found++;
  }
  expect(found / times).toBeGreaterThan(1 / (2 * length));
});

/** A thread that sleeps and whom nobody wakes. */
const forgotten = (options: Program['options'] = {}): Ready =>
  ready({
    cells: [{ kind: 'unsynchronized', value: 0 }],
    mutexes: [false],
    options,
    clients: (m) => {
      const op = opsOf(m);
      return [[[op.store(0, 1), op.lock(), op.sleep(0), op.unlock()]]];
    },
  });

test('claims the least counterexample of a deadlock, and not of a hang, as hangs that still move were not looked at', () => {
  const options = { samples: 100, seed: 1, properties: { properties: [], watch: {} } };
  const [deadlock, hang] = [philosophers(2), forgotten()].map(
    ({ kernel, initial }) => exploreSamples(kernel, initial, options).verdict,
  );
  expect(deadlock).toMatchObject({ counterexample: { failure: { kind: 'deadlock' }, shortest: true } });
  expect(hang).toMatchObject({ counterexample: { failure: { kind: 'lost-wakeup' }, shortest: false } });
});

test('says of a failure that it was found where stores wait in buffers', () => {
  const samples = { samples: 100, seed: 1 };
  expect(sampled(forgotten({ memory: 'tso' }), samples).verdict).toMatchObject({
    verdict: 'fails',
    memory: 'tso',
  });
  expect(sampled(forgotten(), samples).verdict).not.toHaveProperty('memory');
});
