import { expect, test } from 'vitest';
import { BOOT, ClockRead } from './clock.ts';
import { NOW } from './layout.ts';
import { World, type Clients } from './testing/world.ts';

/** Each sleeps alone, this long. */
const sleeping = (
  times: Readonly<Record<string, number>>,
  others: Clients = () => ({}),
  time: 'urgent' | 'any' = 'urgent',
): World =>
  new World(
    (p) => {
      const calls = Object.entries(times).map(([name, ns]) => {
        const event = p.cell(0);
        return [name, [[p.assertWait(event, { deadline: BOOT + ns }), p.block()]]] as const;
      });
      return { ...Object.fromEntries(calls), ...others(p) };
    },
    { time },
  );

test('deadlines expire in their order, whoever went to sleep first', () => {
  const w = sleeping({ A: 300, B: 100, C: 200 }).step('A', 'A', 'B', 'B', 'C', 'C');
  const woken = ['clock', 'clock', 'clock'].map((step) => {
    const name = (w.step(step), w.moves()[0]);
    w.step(String(name));
    return name;
  });
  expect(woken).toEqual(['B', 'C', 'A']);
  expect(w.answers('A')).toEqual([-1, 1]);
});

test('equal deadlines expire in every order', () => {
  const w = sleeping({ A: 100, B: 100 }).step('A', 'A', 'B', 'B');
  expect(w.moves()).toEqual(['clock', 'clock~1']);
  w.step('clock~1');
  expect([w.phase('A'), w.phase('B')]).toEqual(['asleep', 'woken']);
  // its deadline has passed too: others may come first, and need not
  expect(w.moves()).toEqual(['B', 'clock']);
});

test('an urgent clock stands still while a thread can move', () => {
  const w = sleeping({ A: 100 }, (p) => ({ B: [[p.currentThread]] })).step('A', 'A');
  expect(w.moves()).toEqual(['B']);
  expect(w.step('B').moves()).toEqual(['clock']);
});

test('any time is any time', () => {
  const w = sleeping({ A: 100 }, (p) => ({ B: [[p.currentThread]] }), 'any').step('A', 'A');
  expect(w.moves()).toEqual(['B', 'clock']);
});

test('what a device might do is no help: the urgent clock moves', () => {
  for (const [must, moves] of [
    [true, ['button']],
    [false, ['button', 'clock']],
  ] as const) {
    const w = sleeping({ A: 100 }, (p) => {
      const b = p.button({ line: 'edge', must });
      return { B: [[p.device(b, 'arm')]] };
    }).step('B', 'A', 'A');
    expect(w.moves()).toEqual(moves);
  }
});

test('a wakeup and a deadline at one moment: either comes first', () => {
  const two = () =>
    new World((p) => {
      const [a, b] = [p.cell(0), p.cell(0)];
      const deadline = BOOT + 100;
      return {
        A: [[p.assertWait(a, { deadline }), p.block()]],
        B: [[p.assertWait(b, { deadline }), p.block(), p.wakeup(a)]],
      };
    }).step('A', 'A', 'B', 'B');
  expect(two().step('clock', 'A').answers('A')).toEqual([-1, 1]);
  expect(two().step('clock~1', 'B', 'B', 'A').answers('A')).toEqual([-1, 0]);
});

test('a deadline counts from now, also where nobody reads the clock', () => {
  const w = new World((p) => {
    const e = p.cell(0);
    const until = (ns: number) => [p.assertWait(e, { deadline: BOOT + ns }), p.block()];
    return { A: [[...until(100), ...until(250)]], B: [until(200)] };
  }).step('A', 'A', 'B', 'B', 'clock', 'A', 'A', 'A');
  // B's 200 come before A's 250
  w.step('clock');
  expect([w.phase('A'), w.phase('B')]).toEqual(['asleep', 'woken']);
});

test('a sleep until a moment that has passed meanwhile ends at once', () => {
  const w = new World((p) => {
    const m = p.mutex();
    const sleep = p.sleep(m, m, { deadline: BOOT + 100 });
    return { A: [[p.lock(m), sleep, sleep]] };
  }).step('A', 'A', 'clock', 'A', 'A');
  expect(w.phase('A')).toBe('woken');
});

test('a clock that need not move to a deadline stands where it stood', () => {
  const w = sleeping({ A: -5 }, (p) => ({ B: [[p.currentThread]] })).step('A', 'A');
  expect(w.moves()).toEqual(['B', 'clock']);
  expect(w.step('clock').s[NOW]).toBe(0);
});

test('a deadline of 0 is none', () => {
  const w = new World((p) => ({ A: [[p.assertWait(p.cell(0), { deadline: 0 }), p.block()]] })).step('A', 'A');
  expect([w.phase('A'), w.moves()]).toEqual(['asleep', []]);
});

test('who is woken has no deadline any more', () => {
  const w = new World((p) => {
    const e = p.cell(0);
    return { A: [[p.assertWait(e, { deadline: BOOT + 1 }), p.block()]], B: [[p.wakeup(e)]] };
  }).step('A', 'A', 'B', 'A');
  expect(w.moves()).toEqual([]);
});

test('the clock shows the last deadline that passed', () => {
  const w = new World((p) => {
    const until = p.assertWait(p.cell(0), { deadline: BOOT + 70 });
    return { A: [[until, p.block(), p.now, p.intervalToDeadline(30)]] };
  }).step('A', 'A', 'clock', 'A', 'A', 'A');
  expect(w.answers('A').slice(2)).toEqual([BOOT + 70, BOOT + 100]);
});

test('the first look at the clock starts the search again, the second does not', () => {
  const w = new World((p) => ({ A: [[p.now]] }));
  expect(() => w.step('A')).toThrow(ClockRead);
  expect(w.step('A').answers('A')).toEqual([BOOT]);
});

test('setup may read the clock', () => {
  let read: unknown;
  const w = new World((p) => {
    read = [p.setup(p.now), p.setup(p.intervalToDeadline(5))];
    return {};
  });
  expect(read).toEqual([BOOT, BOOT + 5]);
  expect(w.s[NOW]).toBe(0);
});
