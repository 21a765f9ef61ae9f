import { expect, test } from 'vitest';
import type { DeviceModel } from '../kernel/index.ts';
import { NONE } from './reductions.ts';
import { button } from './testing/button.ts';
import { explored } from './testing/explored.ts';

const models = { button } as Record<string, DeviceModel>;
const buttonThat = (must: boolean) => [{ model: 'button', config: { name: 'button', must } }];

const pressed = (must: boolean) =>
  explored({
    holding: { seen: 0 },
    options: { models },
    devices: buttonThat(must),
    procedures: (op) => [[op.store(0, 1)]],
    threads: (op) => [[[op.register(), op.enable(), op.load(0, 0), op.when(0, 0, 2), op.disable()]]],
  });

test('a press that must come ends the wait for it, except where it came before anybody listened', () => {
  // an edge on a line without a handler is lost
  expect(pressed(true)).toMatchObject({
    verdict: 'fails',
    counterexample: { failure: { kind: 'spins-forever' }, preemptions: 0, schedule: { length: 5 } },
  });
});

test('a press that might come is no help: the wait may last forever without it', () => {
  expect(pressed(false)).toMatchObject({
    counterexample: { failure: { kind: 'spins-forever' }, schedule: { length: 4 }, cycle: 1 },
  });
});

test('what might happen is explored, at the price of a preemption', () => {
  const verdict = explored({
    options: { models },
    devices: buttonThat(false),
    threads: (op) => [[[op.load(0, 0)]]],
    properties: [
      {
        kind: 'state',
        title: { en: '', 'zh-Hans': '' },
        holds: (s) => s.device('button')['pressed'] === false,
      },
    ],
  });
  expect(verdict).toMatchObject({
    counterexample: { failure: { kind: 'property' }, preemptions: 1, schedule: { length: 1 } },
  });
});

test('a handler that stores plain memory races with a thread that reads it', () => {
  for (const reductions of [NONE, {}]) {
    const verdict = explored({
      reductions,
      kind: 'plain',
      holding: { seen: 0 },
      options: { models },
      devices: buttonThat(true),
      procedures: (op) => [[op.store(0, 1)]],
      threads: (op) => [[[op.register(), op.enable(), op.load(0, 0), op.disable()]]],
    });
    expect(verdict).toMatchObject({
      counterexample: { failure: { kind: 'data-race', data: { first: 'A', second: 'button irq 0' } } },
    });
  }
});
