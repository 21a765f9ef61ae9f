import { expect, test } from 'vitest';
import { exploreDpor } from './dpor/exploreDpor.ts';
import { exploreGraph } from './explore.ts';
import { NONE } from './reductions.ts';
import { explored, kindOf } from './testing/explored.ts';
import type { Instruction, Routine } from './testing/nativeCode.ts';
import { opsOf, type Ops } from './testing/ops.ts';
import { ready, type Machine } from './testing/program.ts';

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

/** What both engines say of threads that use a mutex and a spin lock. */
function bothSay(threads: (op: Ops, spin: Spin) => readonly Routine[]): readonly string[] {
  const program = () =>
    ready({
      mutexes: [false],
      spinLocks: 1,
      options: build,
      clients: (world) => threads(opsOf(world), spinning(world)).map((routine) => [routine]),
    });
  const [one, other] = [program(), program()];
  return [
    kindOf(exploreGraph(one.kernel, one.initial, none)),
    kindOf(exploreDpor(other.kernel, other.initial, none).verdict),
  ];
}

type Spin = Readonly<Record<'lock' | 'tryLock' | 'unlock' | 'forget', Instruction>>;

function spinning({ spinLocks: [spinLock], kernel, value }: Machine): Spin {
  return {
    lock: { op: 'ask', effect: { type: 'lockSpin', spinLock, disablesInterrupts: false } },
    tryLock: { op: 'ask', effect: { type: 'tryLockSpin', spinLock }, to: 0 },
    unlock: { op: 'ask', effect: { type: 'unlockSpin', spinLock, interrupts: kernel.nothing } },
    forget: { op: 'set', register: 0, to: () => value(0) },
  };
}

test('a mutex that is locked under a spin lock and must not wait: both engines find who has it', () => {
  const said = bothSay((op, spin) => [
    [spin.lock, op.lock(), op.unlock(), spin.unlock],
    [op.lock(), op.unlock()],
  ]);
  expect(said).toEqual(['panic', 'panic']);
});

test('who has forgotten whether it holds a spin lock may wait for a mutex, or must not', () => {
  const said = bothSay((op, spin) => [
    [spin.tryLock, spin.forget, op.lock(), op.unlock()],
    [spin.tryLock, spin.forget, op.lock(), op.unlock()],
  ]);
  expect(said).toEqual(['panic', 'panic']);
});

test('who must not wait for a mutex is in no closed cycle of owners', () => {
  const said = bothSay((op, spin) => [
    [spin.lock, op.lock(), op.unlock(), spin.unlock],
    [op.lock(), spin.lock, spin.unlock, op.unlock()],
  ]);
  expect(said).toEqual(['panic', 'panic']);
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
