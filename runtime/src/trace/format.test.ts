import { expect, test } from 'vitest';
import { formatTrace } from './format.ts';
import type { Trace, TraceStep } from './types.ts';

const at = (file: string, line: number, procedure: string): TraceStep['where'][number] => ({
  file,
  line,
  procedure,
});

const step = (n: number, context: string, rest: Partial<TraceStep>): TraceStep => ({
  step: n,
  context,
  effect: 'load',
  where: [],
  events: [],
  held: [],
  blocked: [],
  ...rest,
});

const read = [at('disk.ts', 9, 'Disk.read')];
const inside = [at('workloop:iokit/IOCommandGate.ts', 81, 'IOCommandGate.runAction'), ...read];
const held = [{ lock: 'disk.gate', owner: 'A', depth: 1 }];

const trace: Trace = {
  contexts: [
    { name: 'A', kind: 'client' },
    { name: '读者', kind: 'client' },
  ],
  gates: ['disk.gate'],
  steps: [
    step(1, 'A', {
      object: 'gate.workLoop',
      result: 'workLoop',
      where: inside,
      events: [{ type: 'callStart', call: 1 }],
    }),
    step(2, 'A', { effect: 'lock', object: 'disk.gate', where: inside, held }),
    step(3, 'A', { object: 'gate.enabled', result: true, where: inside, held }),
    step(4, 'A', { object: 'gate.sleepers', result: 0, where: inside, held }),
    step(5, 'A', { effect: 'store', object: 'disk.done', values: [false], where: read, held }),
    step(6, '读者', {
      effect: 'wakeup',
      object: 'disk.done',
      where: [at('disk.ts', 20, 'Disk.done')],
      events: [{ type: 'nobodyWoken', on: 'disk.done' }],
      preempts: 'A',
      held,
      blocked: [{ context: 'A', why: 'asleep', on: 'disk.done' }],
    }),
    step(7, '读者', {
      effect: 'store',
      object: 'disk.name',
      values: ['\u001B[2Jx'],
      events: [
        { type: 'log', text: 'a\nb', values: [1] },
        { type: 'callEnd', call: 1, result: 0 },
      ],
    }),
  ],
  end: [{ context: 'A', why: 'asleep', on: 'disk.done' }],
  token: 'wl1:s:',
};

test('a run is a row a step and a column a context, with the gate’s owner and the place in the program', () => {
  expect(formatTrace(trace, 'en', { mark: 6 })).toBe(
    `
   step  A                    读者                                disk.gate
   1     read: runAction …                                                   disk.ts:9
   2     lock(disk.gate)                                          ▌A         disk.ts:9
   3–4   runAction …                                              ▌A         disk.ts:9
   5     disk.done → false                                        ▌A         disk.ts:9
▸  6     ┊                    wakeup(disk.done) nobody asleep     ▌A         disk.ts:20
                              (preempts A)
   7                          disk.name → "\\u001b[2Jx" returns 0
                              log: a\\u{a}b 1
         asleep on disk.done`.slice(1),
  );
});

test('a Han character takes two columns', () => {
  expect(formatTrace(trace, 'zh-Hans').split('\n').slice(0, 3)).toEqual([
    '  步   A                  读者                             disk.gate',
    '  1    read: runAction …                                              disk.ts:9',
    '  2    lock(disk.gate)                                     ▌A         disk.ts:9',
  ]);
});

test('all shows each step of the library, and last leaves out what came before', () => {
  expect(formatTrace(trace, 'en', { all: true, last: 4 }).split('\n').slice(0, 3)).toEqual([
    '  step  A                    读者                                disk.gate',
    '  …     3 earlier steps',
    '  4     gate.sleepers = 0                                        ▌A         disk.ts:9',
  ]);
});
