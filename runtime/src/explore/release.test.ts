import { expect, test } from 'vitest';
import type { Effect } from '../effects/index.ts';
import { exploreDpor } from './dpor/exploreDpor.ts';
import { exploreGraph } from './explore.ts';
import { NONE } from './reductions.ts';
import { explored, kindOf } from './testing/explored.ts';
import type { Instruction } from './testing/nativeCode.ts';
import { opsOf } from './testing/ops.ts';
import { ready } from './testing/program.ts';

const build = { build: 'release' } as const;
const none = { properties: { properties: [], watch: {} } };

test.each([
  ['with all reductions', {}],
  ['without any', NONE],
])('a level of a recursive mutex that another gives back is seen, %s', (_, reductions) => {
  const verdict = explored({
    mutexes: [true],
    options: build,
    reductions,
    threads: (op) => [
      [[op.lock(), op.lock(), op.unlock(), op.unlock(), { op: 'return' }]],
      [[op.unlock(), { op: 'return' }]],
    ],
  });
  expect(kindOf(verdict)).toBe('panic');
});

test('a mutex that is locked under a spin lock and must not wait: both engines find who has it', () => {
  const program = () =>
    ready({
      mutexes: [false],
      spinLocks: 1,
      options: build,
      clients: (world) => {
        const op = opsOf(world);
        const [spinLock] = world.spinLocks;
        const effects = { lockSpin: { disablesInterrupts: false }, unlockSpin: { interrupts: 0 } };
        const spin = (type: keyof typeof effects): Instruction => ({
          op: 'ask',
          effect: { type, spinLock, ...effects[type] } as Effect,
        });
        return [
          [[spin('lockSpin'), op.lock(), op.unlock(), spin('unlockSpin'), { op: 'return' }]],
          [[op.lock(), op.unlock(), { op: 'return' }]],
        ];
      },
    });
  const [one, other] = [program(), program()];
  expect(kindOf(exploreGraph(one.kernel, one.initial, none))).toBe('panic');
  expect(kindOf(exploreDpor(other.kernel, other.initial, none).verdict)).toBe('panic');
});

test('what was found before a limit was met is found', () => {
  const verdict = explored({
    kind: 'plain',
    holding: { x: 0 },
    limits: { states: 1 },
    threads: (op) => [[[op.store(0, 1), { op: 'return' }]], [[op.store(0, 2), { op: 'return' }]]],
  });
  expect(kindOf(verdict)).toBe('data-race');
});
