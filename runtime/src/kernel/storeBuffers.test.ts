import { expect, test } from 'vitest';
import type { Handle } from '../effects/index.ts';
import { layout as L } from './index.ts';
import { World, type Clients } from './testing/world.ts';

/** A machine with store buffers, and how a person names the step that flushes A's. */
const buffered = (clients: Clients): World => new World(clients, { memory: 'tso' });
const FLUSH_A = 'A~255';

test('a store waits, seen by its own thread alone, until it is flushed', () => {
  let x: Handle = 0;
  const w = buffered((p) => {
    x = p.cell(0);
    return { A: [[p.store(x, 1), p.load(x)]], B: [[p.load(x), p.load(x)]] };
  }).step('A', 'A', 'B');
  expect([w.answers('A'), w.answers('B'), w.value(x)]).toEqual([[undefined, 1], [0], 0]);
  w.step(FLUSH_A, 'B');
  expect([w.answers('B'), w.value(x)]).toEqual([[0, 1], 1]);
});

test('stores are flushed in their order, one a step', () => {
  let cells: Handle[] = [];
  const w = buffered((p) => {
    cells = [p.cell(0), p.cell(0, 'unsynchronized')];
    return { A: [[p.store(cells[0], 1), p.store(cells[1], 1), p.store(cells[0], 2), p.load(cells[1])]] };
  }).step('A', 'A', 'A');
  const seen = [1, 2, 3].map(() => {
    w.step(FLUSH_A);
    return cells.map((cell) => w.value(cell));
  });
  expect(seen).toEqual([
    [1, 0],
    [1, 1],
    [2, 1],
  ]);
});

test('a call is over when its stores are flushed, and leaving its thread before is no preemption', () => {
  const w = buffered((p) => ({ A: [[p.store(p.cell(0), 1)], [p.load(p.cell(0))]] })).step('A');
  const status = (): number => w.s[w.context('A').slot + L.STATUS];
  expect(w.moves()).toEqual([FLUSH_A]);
  expect(status() & (L.RETURNING | L.FRESH)).toBe(L.RETURNING);
  w.step(FLUSH_A);
  expect(w.moves()).toEqual(['A']);
  expect(status() & (L.RETURNING | L.FRESH)).toBe(L.FRESH);
});

test('an interrupt is over when the stores of its handler are flushed', () => {
  const w = buffered((p) => {
    const usb = p.button({ line: 'edge' });
    p.setup(p.register(usb, [p.store(p.cell(0), 1)]));
    p.setup(p.line('enableInterrupt', usb));
    return { A: [[p.device(usb, 'press'), p.line('disableInterrupt', usb)]] };
  });
  w.step('A');
  const handler = (): string[] => w.moves().filter((move) => move !== 'A');
  w.step(...handler()).step(...handler());
  const flush = handler();
  expect([flush, w.moves()]).toEqual([[expect.stringContaining('~255')], flush]);
  expect(w.step(...flush).moves()).toEqual(['A']);
});

test.each<[string, Parameters<typeof drained>[0]]>([
  ['taking a mutex', (p) => p.lock(p.mutex())],
  ['trying one', (p) => p.tryLock(p.mutex())],
  ['an atomic', (p) => p.update(p.cell(0, 'atomic'), 'add', 1)],
  ['a compare-and-swap that fails', (p) => p.compareAndSwap(p.cell(0, 'atomic'), 1, 2)],
  ['a store to an atomic cell', (p) => p.store(p.cell(0, 'atomic'), 1)],
  ['a wakeup', (p) => p.wakeup(p.cell(0))],
  ['a fence', () => ({ type: 'fence' })],
  ['a spin lock', (p) => p.lockSpin(p.spinLock())],
  ['joining a queue', (p) => p.assertWait(p.cell(0))],
])('%s drains the buffer first', (_, ask) => expect(drained(ask)).toBe(true));

test.each<[string, Parameters<typeof drained>[0]]>([
  ['a load', (p) => p.load(p.cell(0))],
  ['asking for the thread', () => ({ type: 'currentThread' })],
])('%s does not', (_, ask) => expect(drained(ask)).toBe(false));

/** Whether a store is in memory after another effect, which is not the last. */
function drained(ask: (p: Parameters<Clients>[0]) => ReturnType<Parameters<Clients>[0]['load']>): boolean {
  let x: Handle = 0;
  const w = buffered((p) => {
    x = p.cell(0);
    return { A: [[p.store(x, 1), ask(p), p.load(x)]] };
  }).step('A', 'A');
  return w.value(x) === 1;
}

test('an inner level of a recursive mutex is a plain count and drains nothing', () => {
  let x: Handle = 0;
  const w = buffered((p) => {
    const m = p.mutex(true);
    x = p.cell(0);
    return { A: [[p.lock(m), p.store(x, 1), p.lock(m), p.unlock(m), p.unlock(m), p.load(x)]] };
  });
  const seen = [1, 2, 3, 4, 5].map(() => w.step('A').value(x));
  expect(seen).toEqual([0, 0, 0, 0, 1]);
});

test('a store that is flushed into memory that is gone is a use after free', () => {
  const w = buffered((p) => {
    const [object, x] = [p.object(), p.cell(0)];
    p.kernel.records.adopt(object, x);
    return { A: [[p.store(x, 1)]], B: [[{ type: 'freed', object }]] };
  }).step('A', 'B', FLUSH_A);
  expect(w.failure).toMatchObject({ kind: 'panic', code: 'use-after-free', context: w.context('A').index });
});
