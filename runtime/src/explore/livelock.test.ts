import { describe, expect, test } from 'vitest';
import { enabled } from '../kernel/index.ts';
import { decide } from './decide.ts';
import { worldOf } from './explore.ts';
import { livelock } from './livelock.ts';
import type { NoLivelock } from './properties.ts';
import { ALL, NONE } from './reductions.ts';
import { explored, kindOf } from './testing/explored.ts';
import type { Routine } from './testing/nativeCode.ts';
import { opsOf, type Ops } from './testing/ops.ts';
import { ready, type Program } from './testing/program.ts';
import { dice } from './testing/randomProgram.ts';

const noLivelock: NoLivelock = { kind: 'livelock', title: { en: 'no circles', 'zh-Hans': '不绕圈' } };

/** Takes one mutex and tries another one; if that is taken it gives back the first and begins again. */
const backOff = (op: Ops, first: number, second: number): Routine => [
  op.lock(first),
  op.tryLock(second, 0),
  op.when(0, true, 5),
  op.unlock(first),
  op.when(0, false, 0),
  op.unlock(second),
  op.unlock(first),
];

const judged = (threads: (op: Ops) => readonly Routine[], properties: readonly NoLivelock[] = [noLivelock]) =>
  explored({
    holding: { flag: 0 },
    threads: (op) => threads(op).map((routine) => [routine]),
    properties,
  });

describe('a livelock', () => {
  test('is two threads that back off from each other again and again', () => {
    const verdict = judged((op) => [backOff(op, 0, 1), backOff(op, 1, 0)]);
    expect(kindOf(verdict)).toBe('livelock');
    expect(verdict).toMatchObject({
      counterexample: { failure: { data: { threads: 'A, B' } }, shortest: false },
    });
  });

  test('is looked for only where a scenario asks', () => {
    expect(judged((op) => [backOff(op, 0, 1), backOff(op, 1, 0)], []).verdict).toBe('holds');
  });

  test('is a circle: its last steps lead from a state to the same state, and both move', () => {
    const program: Program = {
      mutexes: [false, false],
      clients: (m) => [[backOff(opsOf(m), 0, 1)], [backOff(opsOf(m), 1, 0)]],
    };
    const verdict = judged((op) => [backOff(op, 0, 1), backOff(op, 1, 0)]);
    if (verdict.verdict !== 'fails') throw new Error('it holds');
    const { schedule, cycle = 0 } = verdict.counterexample;
    const { kernel, initial: s } = ready(program);
    const states = schedule.map(({ context, alternative }) => {
      const choices: number[] = [];
      enabled(kernel, s, choices);
      expect(choices).toContain((context << 8) | alternative);
      kernel.step(s, (context << 8) | alternative);
      return s.join();
    });
    expect(states.at(-1)).toBe(states.at(-1 - cycle));
    expect(new Set(schedule.slice(-cycle).map(({ context }) => context)).size).toBe(2);
  });

  test.each<[string, (op: Ops) => readonly Routine[]]>([
    ['who takes both in one order', (op) => [backOff(op, 0, 1), backOff(op, 0, 1)]],
    ['who backs off alone', (op) => [backOff(op, 0, 1), [op.lock(1), op.unlock(1)]]],
    [
      'who spins until another, who could, stores',
      (op) => [[op.load(0, 0), op.when(0, 0, 0)], [op.store(0, 1)]],
    ],
    [
      'who looks again and again under a mutex that another waits for, and gets if it is fair',
      (op) => [
        [op.lock(), op.load(0, 0), op.unlock(), op.when(0, 0, 0)],
        [op.lock(), op.store(0, 1), op.unlock()],
      ],
    ],
  ])('is nothing for %s', (_, threads) => {
    expect(judged(threads).verdict).toBe('holds');
  });

  test('is found within what is left when the states are taken away in which somebody could move and does not', () => {
    // C could set the flag whenever A has given mutex 2 back, but A and B may go round while A holds it
    const verdict = explored({
      holding: { flag: 0 },
      mutexes: [false, false, false],
      threads: (op) => [
        [
          [
            op.lock(2),
            op.lock(0),
            op.tryLock(1, 0),
            op.when(0, true, 8),
            op.unlock(0),
            op.load(0, 0),
            op.when(0, 0, 1),
            op.when(0, 1, 10),
            op.unlock(1),
            op.unlock(0),
            op.unlock(2),
            op.load(0, 0),
            op.when(0, 0, 0),
          ],
        ],
        [[...backOff(op, 1, 0), op.load(0, 0), op.when(0, 0, 0)]],
        [[op.lock(2), op.store(0, 1), op.unlock(2)]],
      ],
      properties: [noLivelock],
    });
    expect(kindOf(verdict)).toBe('livelock');
  });
});

/** Two or three threads that back off, or lock, or look until somebody has stored. */
function circles(seed: number): Program {
  const roll = dice(seed);
  const shapes = Array.from({ length: 2 + roll(2) }, () => [roll(4), roll(3), 1 + roll(2), roll(2)]);
  return {
    cells: [0, 0].map((value) => ({ kind: 'unsynchronized', value })),
    mutexes: [false, false, false],
    clients: (m) => {
      const op = opsOf(m);
      return shapes.map(([shape, mutex, other, cell]) => {
        const second = (mutex + other) % 3;
        if (shape < 2) return [backOff(op, mutex, second)];
        if (shape === 2) return [[op.lock(mutex), op.store(cell, 1), op.unlock(mutex), op.add(cell, 1, 0)]];
        return [[op.lock(mutex), op.load(cell, 0), op.unlock(mutex), op.when(0, 0, 0)]];
      });
    },
  };
}

test('the reductions neither hide a livelock nor make one', () => {
  const seen = { found: 0, none: 0 };
  for (let seed = 1; seed <= 300; seed++) {
    const [plain, reduced] = [NONE, ALL].map((reductions) => {
      const { kernel, initial } = ready(circles(seed));
      const world = worldOf(kernel, initial, { properties: [], watch: {} });
      return livelock(decide(world, { reductions, all: true, lesson: 0 }).search) !== undefined;
    });
    expect({ seed, reduced }).toEqual({ seed, reduced: plain });
    seen[plain ? 'found' : 'none']++;
  }
  expect(Math.min(seen.found, seen.none)).toBeGreaterThan(30);
});
