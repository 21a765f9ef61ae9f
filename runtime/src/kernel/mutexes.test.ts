import { expect, test } from 'vitest';
import type { Handle } from '../effects/index.ts';
import { LEVELS } from './layout.ts';
import { World, type Clients, type Plan } from './testing/world.ts';

const withMutex = (
  recursive: boolean,
  scripts: (p: Plan, m: Handle) => ReturnType<Clients>,
  build: 'development' | 'release' = 'development',
) => {
  const made = { m: 0 };
  const world = new World((p) => scripts(p, (made.m = p.mutex(recursive))), { build });
  return { world, m: made.m };
};

test('a mutex lets one thread in; who waits cannot move', () => {
  const { world, m } = withMutex(false, (p, m) => ({
    A: [[p.lock(m), p.unlock(m)]],
    B: [[p.lock(m), p.unlock(m)]],
  }));
  expect(world.moves()).toEqual(['A', 'B']);
  world.step('A');
  expect([world.owner(m), world.moves()]).toEqual(['A 1', ['A']]);
  expect(world.step('A').moves()).toEqual(['B']);
});

test('L01: who owns a plain mutex panics taking it again', () => {
  const { world } = withMutex(false, (p, m) => ({ A: [[p.lock(m), p.lock(m)]] }));
  expect(world.step('A', 'A').panic).toBe('Mutex is unexpectedly owned by thread');
});

test('L02: who does not own a mutex panics unlocking it', () => {
  const { world } = withMutex(false, (p, m) => ({ A: [[p.lock(m)]], B: [[p.unlock(m)]] }));
  expect(world.step('A', 'B').panic).toBe('Mutex is unexpectedly not owned by thread');
});

test('L04: a recursive mutex is free for others when every level is given back', () => {
  const { world, m } = withMutex(true, (p, m) => ({
    A: [[p.lock(m), p.lock(m), p.unlock(m), p.unlock(m)]],
    B: [[p.tryLock(m), p.tryLock(m), p.tryLock(m)]],
  }));
  world.step('A', 'A', 'B', 'A', 'B', 'A', 'B');
  expect(world.answers('B')).toEqual([false, false, true]);
  expect(world.owner(m)).toBe('B 1');
});

test('L25: a try-lock of a recursive mutex by its owner takes one level more, of a plain one it fails', () => {
  for (const recursive of [true, false]) {
    const { world } = withMutex(recursive, (p, m) => ({ A: [[p.lock(m), p.tryLock(m)]] }));
    expect(world.step('A', 'A').answers('A')).toEqual([undefined, recursive]);
  }
});

test('only its owner holds a mutex', () => {
  const { world } = withMutex(true, (p, m) => ({ A: [[p.lock(m), p.holds(m)]], B: [[p.holds(m)]] }));
  world.step('A', 'A', 'B');
  expect([world.answers('A')[1], world.answers('B')[0]]).toEqual([true, false]);
});

test('too many levels end the run before they spill into the owner', () => {
  const { world, m } = withMutex(true, (p, m) => ({
    A: [Array.from({ length: LEVELS + 1 }, () => p.lock(m))],
  }));
  world.step(...Array<string>(LEVELS).fill('A'));
  expect(world.owner(m)).toBe(`A ${LEVELS}`);
  expect(world.step('A').failure).toMatchObject({ kind: 'violation', code: 'history-too-long' });
  expect(world.owner(m)).toBe(`A ${LEVELS}`);
});

test('L05: a sleep gives back every level, and who is woken takes them all again before anything else', () => {
  const { world, m } = withMutex(true, (p, m) => ({
    A: [[p.lock(m), p.lock(m), p.lock(m), p.sleep(m, m), p.holds(m)]],
    B: [[p.lock(m), p.wakeup(m), p.unlock(m)]],
  }));
  world.step('A', 'A', 'A', 'A');
  expect([world.owner(m), world.phase('A')]).toEqual(['nobody', 'asleep']);
  world.step('B', 'B');
  expect([world.phase('A'), world.moves()]).toEqual(['woken', ['B']]);
  world.step('B');
  expect(world.moves()).toEqual(['A']);
  world.step('A');
  expect(world.owner(m)).toBe('A 3');
  expect(world.step('A').answers('A').slice(3)).toEqual([0, true]);
});

test('who sleeps with a mutex that another owns panics', () => {
  const { world } = withMutex(false, (p, m) => ({ A: [[p.lock(m)]], B: [[p.sleep(m, m)]] }));
  expect(world.step('A', 'B').panic).toBe('Mutex is unexpectedly not owned by thread');
});

const notSelf = 'Assertion failed: lock->thread == IOThreadSelf()';

test('who gives back a level of a recursive mutex that another owns fails an assertion', () => {
  const { world } = withMutex(true, (p, m) => ({ A: [[p.lock(m)]], B: [[p.unlock(m)]] }));
  expect(world.step('A', 'B').panic).toBe(notSelf);
});

test('without assertions a recursive mutex counts down for anybody, and the mutex in it panics at the last level', () => {
  const { world, m } = withMutex(
    true,
    (p, m) => ({ A: [[p.lock(m), p.lock(m)]], B: [[p.unlock(m), p.unlock(m), p.unlock(m)]] }),
    'release',
  );
  world.step('B', 'A', 'A', 'B');
  expect([world.panic, world.owner(m)]).toEqual([undefined, 'A 1']);
  expect(world.step('B').panic).toBe('Mutex is unexpectedly not owned by thread');
});

test('who sleeps with a recursive mutex of another fails an assertion; without assertions the mutex in it panics', () => {
  const sleeping = (build: 'development' | 'release') =>
    withMutex(true, (p, m) => ({ A: [[p.lock(m)]], B: [[p.sleep(m, m)]] }), build).world.step('A', 'B').panic;
  expect(sleeping('development')).toBe(notSelf);
  expect(sleeping('release')).toBe('Mutex is unexpectedly not owned by thread');
});

test('L23: destroying a mutex with waiters panics, and a held one is no mutex to destroy', () => {
  const held = withMutex(false, (p, m) => ({ A: [[p.lock(m), p.destroy(m)]] })).world;
  expect(held.step('A', 'A').panic).toBe('Invalid/destroyed mutex');
  const waited = withMutex(false, (p, m) => ({
    A: [[p.lock(m), p.destroy(m)]],
    B: [[p.currentThread, p.lock(m)]],
  })).world;
  expect(waited.step('A', 'B', 'A').panic).toBe('Mutex to destroy still has waiters');
});

test('a thread between two calls waits for nothing yet', () => {
  const { world } = withMutex(false, (p, m) => ({ A: [[p.lock(m), p.destroy(m)]], B: [[p.lock(m)]] }));
  expect(world.step('A', 'A').panic).toBe('Invalid/destroyed mutex');
});

test.each(['lock', 'tryLock', 'unlock', 'holds', 'destroy'] as const)(
  '%s panics on a destroyed mutex',
  (use) => {
    const { world } = withMutex(false, (p, m) => ({ A: [[p.destroy(m)]], B: [[p[use](m)]] }));
    expect(world.step('A', 'B').panic).toBe('Invalid/destroyed mutex');
  },
);

test('who wakes from a sleep to a destroyed mutex panics', () => {
  const { world } = withMutex(false, (p, m) => ({
    A: [[p.lock(m), p.sleep(m, m)]],
    B: [[p.destroy(m), p.wakeup(m)]],
  }));
  expect(world.step('A', 'A', 'B', 'B', 'A').panic).toBe('Invalid/destroyed mutex');
});
