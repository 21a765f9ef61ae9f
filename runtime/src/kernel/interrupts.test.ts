import { expect, test } from 'vitest';
import type { Handle } from '../effects/index.ts';
import { World, type Plan, type ScriptCall } from './testing/world.ts';

const IRQ = 'button irq 0';

/** A button, with a handler that only counts its own deliveries. */
const pressed = (
  line: 'edge' | 'level',
  calls: (p: Plan, b: Handle, x: Handle) => Record<string, ScriptCall[]>,
  { registered = true, enabled = true } = {},
): { w: World; x: Handle } => {
  let x: Handle = 0;
  const w = new World((p) => {
    const b = p.button({ line });
    x = p.cell(0, 'atomic');
    if (registered) p.setup(p.register(b, [p.update(x, 'add', 1)]));
    if (enabled) p.setup(p.line('enableInterrupt', b));
    return calls(p, b, x);
  });
  return { w, x };
};

test('I01: a registered line starts masked', () => {
  const { w } = pressed('edge', (p, b) => ({ A: [[p.device(b, 'press'), p.line('enableInterrupt', b)]] }), {
    enabled: false,
  });
  expect(w.step('A').moves()).toEqual(['A']);
  expect(w.step('A').moves()).toEqual([IRQ]);
});

test('edges while masked are latched once', () => {
  const { w, x } = pressed(
    'edge',
    (p, b) => ({ A: [[p.device(b, 'press'), p.device(b, 'press'), p.line('enableInterrupt', b)]] }),
    { enabled: false },
  );
  w.step('A', 'A', 'A', IRQ, IRQ);
  expect([w.value(x), w.moves()]).toEqual([1, []]);
});

test('an edge during the handler is delivered after it, and no handler runs twice at once', () => {
  const { w, x } = pressed('edge', (p, b) => ({ A: [[p.device(b, 'press'), p.device(b, 'press')]] }));
  w.step('A', IRQ, 'A');
  expect(w.moves()).toEqual([IRQ]);
  expect(w.step(IRQ).value(x)).toBe(1);
  expect(w.step(IRQ, IRQ).value(x)).toBe(2);
  expect(w.moves()).toEqual([]);
});

test('a level stays pending until it is lowered', () => {
  const { w, x } = pressed('level', (p, b) => ({ A: [[p.device(b, 'press'), p.device(b, 'release')]] }));
  w.step('A', IRQ, IRQ, IRQ, IRQ);
  expect([w.value(x), w.moves()]).toEqual([2, [IRQ, 'A']]);
  expect(w.step('A').moves()).toEqual([]);
});

test('lowering forgets no edge', () => {
  const { w } = pressed('edge', (p, b) => ({ A: [[p.device(b, 'press'), p.device(b, 'release')]] }));
  expect(w.step('A', 'A').moves()).toEqual([IRQ]);
});

test('an edge on a line without a handler is lost, a level is not', () => {
  for (const line of ['edge', 'level'] as const) {
    const { w } = pressed(
      line,
      (p, b) => ({ A: [[p.device(b, 'press'), p.register(b, []), p.line('enableInterrupt', b)]] }),
      { registered: false, enabled: false },
    );
    expect(w.step('A', 'A', 'A').moves()).toEqual(line === 'edge' ? [] : [IRQ]);
  }
});

test('a latched edge goes with the registration', () => {
  const { w } = pressed(
    'edge',
    (p, b) => ({
      A: [
        [
          p.device(b, 'press'),
          p.line('unregisterInterrupt', b),
          p.register(b, []),
          p.line('enableInterrupt', b),
        ],
      ],
    }),
    { enabled: false },
  );
  expect(w.step('A', 'A', 'A', 'A').moves()).toEqual([]);
});

test('a second registration is refused', () => {
  const { w } = pressed('edge', (p, b) => ({ A: [[p.register(b, [])]] }));
  expect(w.step('A').answers('A')).toEqual([-536870210]);
});

test('a line that is not there, or not registered, is no interrupt', () => {
  const { w } = pressed(
    'level',
    (p, b) => ({
      A: [
        [
          p.register(b, [], 7),
          p.line('enableInterrupt', b),
          p.line('interruptType', b),
          p.line('interruptType', b, 7),
        ],
      ],
    }),
    { registered: false, enabled: false },
  );
  expect(w.step('A', 'A', 'A', 'A').answers('A')).toEqual([-536870177, -536870177, 1, -1]);
});

test('I08: disableInterrupt waits for the handler in flight, and then masks', () => {
  for (const type of ['disableInterrupt', 'unregisterInterrupt'] as const) {
    const { w } = pressed('edge', (p, b) => ({
      A: [[p.device(b, 'press')], [p.line(type, b)]],
      B: [[p.device(b, 'press')]],
    }));
    w.step('A', IRQ);
    expect(w.moves()).toEqual([IRQ, 'B']);
    w.step(IRQ);
    expect(w.step('A', 'B').moves()).toEqual([]);
  }
});

test('a handler that masks its own line does not wait for itself', () => {
  const w = new World((p) => {
    const b = p.button({ line: 'level' });
    p.setup(p.register(b, [p.line('disableInterrupt', b)]));
    p.setup(p.line('enableInterrupt', b));
    return { A: [[p.device(b, 'press')]] };
  }).step('A', IRQ, IRQ);
  expect([w.answers(IRQ), w.moves()]).toEqual([[0], []]);
});

const blocking = 'blocking while holding a spinlock, or within interrupt context';
const preempted = `thread_invoke: preemption_level 1, possible cause: ${blocking}`;
const mutex = 'Attempt to take mutex in IRQ context';

test.each([
  ['lock', (p: Plan) => p.lock(p.mutex()), mutex],
  ['sleep', (p: Plan) => p.sleep(p.mutex(), p.cell(0)), mutex],
  ['assertWait', (p: Plan) => p.assertWait(p.cell(0)), preempted],
  ['assertWaitUnless', (p: Plan) => p.assertWaitUnless(p.cell(0)), preempted],
  ['block', (p: Plan) => p.block(), preempted],
  ['startThread', (p: Plan) => p.startThread([]), preempted],
])('%s panics at interrupt level', (_, effect, message) => {
  const w = new World((p) => {
    const b = p.button({ line: 'edge' });
    p.setup(p.register(b, [effect(p)]));
    p.setup(p.line('enableInterrupt', b));
    return { A: [[p.device(b, 'press')]] };
  }).step('A', IRQ, IRQ);
  expect(w.panic).toBe(message);
});

test('a handler may take a free mutex without waiting, and give it back: XNU checks only who might wait', () => {
  const w = new World((p) => {
    const [b, m] = [p.button({ line: 'edge' }), p.mutex()];
    p.setup(p.register(b, [p.tryLock(m), p.unlock(m)]));
    p.setup(p.line('enableInterrupt', b));
    return { A: [[p.device(b, 'press')]] };
  }).step('A', IRQ, IRQ, IRQ);
  expect(w.answers(IRQ)).toEqual([true, undefined]);
});

test('a handler may wake, and ask whether it holds a lock', () => {
  const w = new World((p) => {
    const [b, m] = [p.button({ line: 'edge' }), p.mutex()];
    p.setup(p.register(b, [p.holds(m), p.wakeup(m)]));
    p.setup(p.line('enableInterrupt', b));
    return { A: [[p.lock(m), p.sleep(m, m)]], B: [[p.device(b, 'press')]] };
  }).step('A', 'A', 'B', IRQ, IRQ, IRQ);
  expect([w.answers(IRQ), w.phase('A')]).toEqual([[false, 0], 'woken']);
});

test('a handler can take a mutex that is held only by panicking', () => {
  const w = new World((p) => {
    const [b, m] = [p.button({ line: 'edge' }), p.mutex()];
    p.setup(p.register(b, [p.lock(m)]));
    p.setup(p.line('enableInterrupt', b));
    return { A: [[p.lock(m), p.device(b, 'press')]] };
  }).step('A', 'A', IRQ, IRQ);
  expect(w.panic).toBe(mutex);
});

test('what a handler makes has a new name at every delivery', () => {
  const w = new World((p) => {
    const b = p.button({ line: 'edge' });
    const make = { make: { kind: 'cell', cell: 'plain', value: p.value(0) } } as const;
    p.setup(p.register(b, [make, p.currentThread]));
    p.setup(p.line('enableInterrupt', b));
    return { A: [[p.device(b, 'press'), p.device(b, 'press')]] };
  });
  const before = w.kernel.records.all.length;
  w.step('A', IRQ, IRQ, 'A', IRQ, IRQ);
  expect(w.kernel.records.all.length - before).toBe(2);
});
