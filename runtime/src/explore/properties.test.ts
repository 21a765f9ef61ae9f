import { describe, expect, test } from 'vitest';
import type { Monitor, Property } from './properties.ts';
import { NONE } from './reductions.ts';
import { explored, kindOf } from './testing/explored.ts';

const title = { en: 'a title', 'zh-Hans': '标题' };
const always = (holds: Extract<Property, { kind: 'state' }>['holds']): Property => ({
  kind: 'state',
  title,
  holds,
});

describe('a property of every state', () => {
  test('sees what a lock hides from other threads', () => {
    const verdict = explored({
      holding: { x: 0 },
      threads: (op) => [
        [[op.lock(), op.store(0, 1), op.store(0, 0), op.unlock()]],
        [[op.lock(), op.load(0, 0), op.unlock()]],
      ],
      properties: [always((s) => s.value('x') === 0)],
    });
    expect(verdict).toMatchObject({
      counterexample: {
        failure: { kind: 'property', code: 'state', title },
        preemptions: 0,
        schedule: { length: 2 },
      },
    });
  });

  test('sees results between the end of a call and a store that needs it to be later', () => {
    for (const reductions of [NONE, {}]) {
      const verdict = explored({
        reductions,
        holding: { x: 0, y: 0 },
        threads: (op) => [
          [[op.lock(), op.store(0, 1), op.unlock()]],
          [[op.load(0, 0), op.when(0, 0, 0), op.store(1, 1)]],
        ],
        properties: [always((s) => s.value('y') === 0 || s.results('A').length === 1)],
      });
      expect(kindOf(verdict)).toBe('property');
    }
  });

  test('sees who sleeps', () => {
    const verdict = explored({
      threads: (op) => [[[op.lock(), op.sleep(0), op.unlock()]], [[op.load(0, 0), op.wakeup(0)]]],
      properties: [always((s) => !s.asleep('A'))],
    });
    expect(kindOf(verdict)).toBe('property');
  });
});

test('a property of the end is asked of final states only', () => {
  const run = (last: number) =>
    explored({
      holding: { x: 0 },
      threads: (op) => [[[op.store(0, 1), op.store(0, last)]]],
      properties: [{ kind: 'end', title, holds: (s) => s.value('x') === 2 }],
    });
  expect(run(2).verdict).toBe('holds');
  expect(run(3)).toMatchObject({ counterexample: { failure: { kind: 'property', code: 'end' } } });
});

describe('a monitor', () => {
  /** B must not return before A has taken the lock. */
  const order: Monitor = {
    kind: 'monitor',
    title,
    initial: 'nobody',
    observes: (event) => event.type === 'lockTaken' || event.type === 'callEnd',
    next: (state, event) => {
      if (state === 'nobody' && event.type === 'lockTaken') return 'taken';
      return state === 'nobody' && event.type === 'callEnd' ? 'broken' : state;
    },
    fails: (state) => state === 'broken',
  };

  test('remembers what came before', () => {
    const verdict = explored({
      threads: (op) => [[[op.lock(), op.unlock()]], [[op.store(0, 1)]]],
      properties: [order],
    });
    expect(verdict).toMatchObject({
      counterexample: { failure: { kind: 'property', code: 'monitor' }, schedule: { length: 1 } },
    });
  });

  test('says the same with all reductions and with none', () => {
    /** Two unlocks in a row, with no store between them. */
    const between: Monitor = {
      kind: 'monitor',
      title,
      initial: 0,
      observes: (event) => event.type === 'lockReleased' || event.type === 'changed',
      next: (state, event) => (event.type === 'changed' ? 0 : Number(state) + 1),
      fails: (state) => state === 2,
    };
    for (const reductions of [NONE, {}]) {
      const run = (stores: boolean) =>
        explored({
          reductions,
          holding: { x: 0 },
          threads: (op) => [
            [[op.lock(), op.store(0, 1), op.unlock()]],
            [stores ? [op.lock(1), op.store(1, 1), op.unlock(1)] : [op.lock(), op.store(0, 1), op.unlock()]],
          ],
          properties: [between],
        });
      expect(run(false).verdict).toBe('holds');
      expect(kindOf(run(true))).toBe('property');
    }
  });
});
