import { HandleValue, type Effect } from '../../../effects/index.ts';
import type { DeviceModel } from '../../../kernel/index.ts';
import type { Instruction, Routine } from '../../testing/nativeCode.ts';
import type { Machine, Program } from '../../testing/program.ts';
import { dice, type Dice } from '../../testing/randomProgram.ts';

/** Effects that are about the same kind of thing. */
export const FAMILIES = ['mutexes', 'spin locks', 'waits', 'objects', 'hardware'] as const;
export type Family = (typeof FAMILIES)[number];

/** A switch on an edge-triggered line: every press raises it. */
const pressed: DeviceModel = {
  words: () => 1,
  lines: () => [{ type: 'edge' }],
  operations: ['press'],
  access: (words, _config, _operation, _args, hooks) => {
    hooks.raise(0);
    return ++words[0];
  },
  moves: () => [],
  move: () => {},
  view: (words) => ({ pressed: words[0] }),
};

/** A random program of two or three threads that only use things of one family; what they return is all the answers they got. */
export function familyProgram(family: Family, seed: number): Program {
  const roll = dice(seed);
  const shape = Array.from({ length: 2 + roll(2) }, () => ({ length: 1 + roll(4), seed: roll(2 ** 30) }));
  return {
    cells: [
      { kind: 'unsynchronized', value: false },
      { kind: 'unsynchronized', value: 0 },
    ],
    mutexes: [roll(2) === 0],
    spinLocks: 1,
    objects: 1,
    devices: [{ model: 'pressed', config: { name: 'switch' } }],
    options: { models: { pressed } },
    procedures: (m) => [[ask(store(m, 1, 7)), ask(store(m, 1, 8))]],
    clients: (m) =>
      shape.map(({ length, seed: own }, i) => {
        const routine = routineOf(m, family, length, dice(own));
        const next = String.fromCharCode(65 + ((i + 1) % shape.length));
        const guarded = family === 'waits' && own % 5 === 0;
        return [guarded ? { routine, guard: { type: 'asleep', threads: [next] } } : routine];
      }),
  };
}

const ask = (effect: Effect, to?: number): Instruction => ({
  op: 'ask',
  effect,
  ...(to !== undefined && { to }),
});

const store = ({ cells, value }: Machine, cell: number, what: number | boolean): Effect => ({
  type: 'store',
  cell: cells[cell],
  value: value(what),
});

function routineOf(m: Machine, family: Family, length: number, roll: Dice): Routine {
  const menu = menus[family](m);
  const effects = Array.from({ length }, () => menu[roll(menu.length)]).flat();
  return [
    ...effects.map((effect, i) => ask(effect, i + 1)),
    { op: 'return', value: (r) => m.value(r.slice(1).map((id) => m.kernel.values.get(id))) },
  ];
}

/** What a family's threads can do, one or two effects at a time. */
const menus: Readonly<Record<Family, (m: Machine) => readonly (readonly Effect[])[]>> = {
  mutexes: ({ mutexes: [mutex], ...m }) => {
    const [lock, unlock]: readonly Effect[] = [
      { type: 'lock', mutex },
      { type: 'unlock', mutex },
    ];
    return [
      [lock, unlock],
      [lock, { type: 'load', cell: m.cells[1] }, unlock],
      [{ type: 'tryLock', mutex }],
      [{ type: 'holds', mutex }],
      [{ type: 'destroyMutex', mutex }],
      [{ type: 'update', cell: m.cells[1], how: 'add', operand: m.value(1) }],
    ];
  },
  'spin locks': ({ spinLocks: [spinLock], kernel, cells, value }) => {
    const lockSpin: Effect = { type: 'lockSpin', spinLock, disablesInterrupts: false };
    const unlockSpin: Effect = { type: 'unlockSpin', spinLock, interrupts: kernel.nothing };
    return [
      [lockSpin, unlockSpin],
      [lockSpin, { type: 'update', cell: cells[1], how: 'add', operand: value(1) }, unlockSpin],
      [{ type: 'tryLockSpin', spinLock }],
      [{ type: 'destroySpin', spinLock }],
    ];
  },
  waits: ({ cells: [cell, other], mutexes: [mutex], kernel, value }) => {
    const event = value(new HandleValue(cell));
    const thread = kernel.records.own('thread', 'A');
    const block: Effect = { type: 'block', continuation: kernel.nothing, arguments: value([]) };
    const add: Effect = { type: 'update', cell: other, how: 'add', operand: value(1) };
    const wait = { event, interruptible: 2, deadline: 0 } as const;
    return [
      [{ type: 'assertWait', ...wait }, block],
      [{ type: 'assertWait', ...wait }, add, block],
      [{ type: 'assertWaitUnless', cell }, block],
      [
        { type: 'lock', mutex },
        { type: 'sleep', mutex, ...wait },
        { type: 'unlock', mutex },
      ],
      [{ type: 'wakeup', event, oneThread: false, result: 0 }],
      [{ type: 'wakeup', event, oneThread: true, result: 0 }],
      [{ type: 'storeAndWakeup', cell, value: value(true), event, thread: value(new HandleValue(thread)) }],
      [{ type: 'store', cell, value: value(true) }],
      [{ type: 'load', cell }],
      [{ type: 'abortThread', thread }],
      [add],
    ];
  },
  objects: ({ objects: [{ object, field }], value }) => [
    [{ type: 'retain', object }],
    [{ type: 'release', object }],
    [{ type: 'freed', object }],
    [{ type: 'load', cell: field }],
    [{ type: 'store', cell: field, value: value(1) }],
  ],
  hardware: (m) => {
    const [device] = m.devices;
    const on = { provider: device, index: 0 } as const;
    return [
      [
        { type: 'registerInterrupt', ...on, handler: m.procedures[0] },
        { type: 'enableInterrupt', ...on },
      ],
      [{ type: 'unregisterInterrupt', ...on }],
      [{ type: 'enableInterrupt', ...on }],
      [{ type: 'disableInterrupt', ...on }],
      [{ type: 'device', device, operation: 'press', arguments: m.value([]) }],
      [{ type: 'load', cell: m.cells[1] }],
    ];
  },
};
