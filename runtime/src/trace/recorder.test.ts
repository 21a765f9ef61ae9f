import { expect, test } from 'vitest';
import type { KernelOptions } from '../kernel/index.ts';
import { BOOT } from '../kernel/index.ts';
import { World, type Clients } from '../kernel/testing/world.ts';
import { Recorder } from './recorder.ts';
import type { Trace, TraceStep } from './types.ts';

const record = (clients: Clients, steps: readonly string[], options: Partial<KernelOptions> = {}): Trace => {
  const w = new World(clients, options);
  const recorder = new Recorder(w.kernel);
  for (const step of steps) recorder.step(w.s, w.choice(step));
  return recorder.trace(w.s, 'token');
};
const outline = ({ step, context, effect, object, values }: TraceStep) => [
  step,
  context,
  effect,
  object,
  values,
];

const named: Clients = (p) => {
  const [m, x] = [p.mutex(), p.cell(0)];
  p.kernel.records.rename(m, 'lock');
  p.kernel.records.rename(x, 'count');
  const script = [p.lock(m), p.load(x), p.store(x, 1), p.unlock(m)];
  return { A: [script], B: [script] };
};

test('a step says who did what to what', () => {
  const trace = record(named, ['A', 'A', 'A', 'A']);
  expect(trace.steps.map(outline)).toEqual([
    [1, 'A', 'lock', 'lock', undefined],
    [2, 'A', 'load', 'count', undefined],
    [3, 'A', 'store', 'count', [1]],
    [4, 'A', 'unlock', 'lock', undefined],
  ]);
  expect(trace.steps[1].result).toBe(0);
  expect(trace.steps.map((s) => s.where[0].line)).toEqual([1, 2, 3, 4]);
  expect(trace.contexts).toEqual([
    { name: 'A', kind: 'client' },
    { name: 'B', kind: 'client' },
  ]);
  expect([trace.end, trace.token]).toEqual([[{ context: 'A', why: 'finished' }], 'token']);
});

test('a step says what it did to the world, in order', () => {
  const { steps } = record(named, ['A', 'A', 'A', 'A']);
  expect(steps.map((s) => s.events)).toEqual([
    [
      { type: 'callStart', call: 1 },
      { type: 'lockTaken', lock: 'lock', depth: 1 },
    ],
    [{ type: 'read', cell: 'count', value: 0 }],
    [{ type: 'changed', cell: 'count', before: 0, after: 1 }],
    [
      { type: 'lockReleased', lock: 'lock', depth: 0 },
      { type: 'callEnd', call: 1, result: [undefined, 0, undefined, undefined] },
    ],
  ]);
});

test('held locks are those after the step, blocked contexts those before it', () => {
  const { steps } = record(named, ['A', 'A']);
  expect(steps.map((s) => s.held)).toEqual([
    [{ lock: 'lock', owner: 'A', depth: 1 }],
    [{ lock: 'lock', owner: 'A', depth: 1 }],
  ]);
  expect(steps.map((s) => s.blocked.map((b) => b.context))).toEqual([[], ['B']]);
});

test('leaving a thread in the middle of a call is a preemption, leaving one that waits or is between calls is none', () => {
  const clients: Clients = (p) => {
    const m = p.mutex();
    return {
      A: [[p.lock(m), p.currentThread, p.unlock(m)], [p.currentThread]],
      B: [[p.currentThread, p.lock(m)]],
    };
  };
  const preempts = (...steps: string[]) => record(clients, steps).steps.at(-1)?.preempts;
  expect(preempts('A', 'B')).toBe('A');
  expect(preempts('A', 'B', 'A')).toBeUndefined(); // B waits for the lock
  expect(preempts('A', 'A', 'A', 'B')).toBeUndefined(); // A is between two calls
  expect(preempts('A', 'A')).toBeUndefined();
});

test('only a clock that comes at any time takes the processor from somebody', () => {
  const clients: Clients = (p) => {
    const wait = [p.assertWait(p.cell(0), { deadline: BOOT + 5 }), p.block()];
    return { A: [wait], B: [wait], C: [[...wait, p.currentThread]] };
  };
  const preempts = (steps: string[], time: 'any' | 'urgent') =>
    record(clients, steps, { time }).steps.at(-1)?.preempts;
  expect(preempts(['A', 'A', 'C', 'clock'], 'any')).toBe('C');
  // C's deadline passes together with A's, and C goes on before A's does
  expect(preempts(['A', 'A', 'B', 'B', 'C', 'C', 'clock~2', 'C', 'clock'], 'urgent')).toBeUndefined();
});

test('a sleep, a wakeup and the way out of the sleep can be told apart', () => {
  const clients: Clients = (p) => {
    const [m, e] = [p.mutex(), p.cell(0)];
    p.kernel.records.rename(m, 'lock');
    p.kernel.records.rename(e, 'done');
    return { A: [[p.lock(m), p.sleep(m, e)]], B: [[p.wakeup(e), p.wakeup(e)]] };
  };
  const [, sleep, wakeup, nobody, retake] = record(clients, ['A', 'A', 'B', 'B', 'A']).steps;
  expect(sleep.events.slice(0, 1)).toEqual([{ type: 'asleep', on: 'done', released: 'lock' }]);
  expect(wakeup.events[1]).toEqual({ type: 'woken', context: 'A', from: 'done', result: 0 });
  expect(nobody.events[0]).toEqual({ type: 'nobodyWoken', on: 'done' });
  expect(outline(retake).slice(1, 4)).toEqual(['A', 'retake', 'lock']);
});

test('devices, lines and handlers have columns once they moved', () => {
  const clients: Clients = (p) => {
    const b = p.button({ line: 'edge' });
    p.setup(p.register(b, [p.line('disableInterrupt', b)]));
    p.setup(p.line('enableInterrupt', b));
    return { A: [[p.device(b, 'arm', 3)]] };
  };
  const trace = record(clients, ['A', 'button', 'button irq 0', 'button irq 0']);
  expect(trace.contexts.map((c) => c.name)).toEqual(['button', 'button irq 0', 'A']);
  expect(trace.steps.map(outline)).toEqual([
    [1, 'A', 'device', 'button', ['arm', 3]],
    [2, 'button', 'push', 'button', undefined],
    [3, 'button irq 0', 'deliver', 'button irq 0', undefined],
    [4, 'button irq 0', 'disableInterrupt', 'button', [0]],
  ]);
  expect(trace.steps.map((s) => s.events.findLast((e) => e.type !== 'tracePoint')?.type)).toEqual([
    'callEnd',
    'raised',
    'delivered',
    'masked',
  ]);
  expect(trace.steps[2].where).toHaveLength(1);
});

test('a time-out names who waited', () => {
  const clients: Clients = (p) => ({ A: [[p.assertWait(p.cell(0), { deadline: BOOT + 5 }), p.block()]] });
  const { steps } = record(clients, ['A', 'A', 'clock', 'A']);
  expect(steps.slice(2).map(outline)).toEqual([
    [3, 'clock', 'expire', 'A', undefined],
    [4, 'A', 'goOn', undefined, undefined],
  ]);
});

test('a panic ends the trace with its message', () => {
  const { steps } = record((p) => ({ A: [[p.panic('oh no')]] }), ['A']);
  expect(steps[0].events.at(-1)).toEqual({ type: 'panic', message: 'oh no' });
});

test('the gates of a run are the work-loop gates that somebody held', () => {
  const clients: Clients = (p) => {
    const [gate, other] = [p.mutex(true), p.mutex(true)];
    p.kernel.records.rename(gate, 'loop.gateLock');
    p.kernel.records.rename(other, 'spare.gateLock');
    return { A: [[p.lock(gate), p.unlock(gate)]] };
  };
  expect(record(clients, ['A', 'A']).gates).toEqual(['loop.gate']);
});

test('a recorder that is done listens no more', () => {
  const w = new World(named);
  new Recorder(w.kernel).step(w.s, w.choice('A'));
  expect(w.kernel.listener).toBeUndefined();
});
