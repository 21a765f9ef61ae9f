import { expect, test } from 'vitest';
import { deviceView, isMayStep } from './index.ts';
import { World } from './testing/world.ts';

test('a driver touches its device, which answers', () => {
  const w = new World((p) => ({ A: [[p.device(p.button({ line: 'edge' }), 'arm', 7)]] })).step('A');
  expect(w.answers('A')).toEqual([7]);
  expect(w.kernel.devices.map((d) => deviceView(w.s, d))).toEqual([{ armed: true }]);
});

test('an operation that a device does not have ends the run', () => {
  const w = new World((p) => ({ A: [[p.device(p.button({ line: 'edge' }), 'melt')]] })).step('A');
  expect(w.failure).toMatchObject({
    kind: 'violation',
    code: 'not-a-device-operation',
    data: { operation: 'melt' },
  });
});

test('a device moves by itself, must or may', () => {
  for (const must of [true, false]) {
    const w = new World((p) => ({ A: [[p.device(p.button({ line: 'edge', must }), 'arm')]] })).step('A');
    expect(w.moves()).toEqual(['button']);
    expect(isMayStep(w.kernel, w.s, w.context('button').index << 8)).toBe(!must);
    expect(w.step('button').moves()).toEqual([]);
    expect(w.events.map((e) => e.type)).toEqual(expect.arrayContaining(['device', 'raised']));
  }
});

test('a misuse that a device notices is a panic', () => {
  const w = new World((p) => ({ A: [[p.device(p.button({ line: 'edge' }), 'break')]] })).step('A');
  expect(w.failure).toMatchObject({ kind: 'panic', code: 'broken' });
});

test('two devices of one name are two, with lines of their own', () => {
  const w = new World((p) => {
    const [one, two] = [p.button({ line: 'edge' }), p.button({ line: 'edge' })];
    p.setup(p.register(two, []));
    p.setup(p.line('enableInterrupt', two));
    return { A: [[p.device(one, 'arm'), p.device(two, 'arm')]] };
  }).step('A', 'A');
  expect(w.moves()).toEqual(['button', 'button 2']);
  expect(w.step('button').moves()).toEqual(['button 2']);
  expect(w.step('button 2').moves()).toEqual(['button 2 irq 0']);
});
