import { HandleValue, type Effect, type Handle, type Value } from '../../effects/index.ts';
import type { Instruction } from './nativeCode.ts';
import type { Machine } from './program.ts';

/** Short names for what test programs ask; cells and mutexes by index. */
export interface Ops {
  lock(mutex?: number): Instruction;
  unlock(mutex?: number): Instruction;
  tryLock(mutex: number, to: number): Instruction;
  load(cell: number, to: number): Instruction;
  store(cell: number, value: Value): Instruction;
  /** Stores what a register holds plus one. */
  storeNext(cell: number, register: number): Instruction;
  add(cell: number, by: number, to: number): Instruction;
  swap(cell: number, expected: Value, value: Value, to: number): Instruction;
  /** Sleeps on cell 0, giving back mutex 0. */
  sleep(to: number, deadline?: number): Instruction;
  assertWait(deadline?: number): Instruction;
  block(to: number): Instruction;
  /** Wakes who sleeps on cell 0. */
  wakeup(to: number, oneThread?: boolean): Instruction;
  now(to: number): Instruction;
  /** Gives device 0's line the machine's first procedure as its handler; it is masked still. */
  register(): Instruction;
  enable(): Instruction;
  disable(): Instruction;
  /** Goes to a line if a register holds this. */
  when(register: number, value: Value, to: number): Instruction;
  /** Returns a register. */
  give(register: number): Instruction;
}

export function opsOf({ kernel, cells, mutexes, devices, procedures, value }: Machine): Ops {
  const ask = (effect: Effect, to?: number): Instruction => ({
    op: 'ask',
    effect,
    ...(to !== undefined && { to }),
  });
  const mutexAt = (i = 0): Handle => mutexes[i];
  const event = (): number => value(new HandleValue(cells[0]));
  return {
    lock: (m) => ask({ type: 'lock', mutex: mutexAt(m) }),
    unlock: (m) => ask({ type: 'unlock', mutex: mutexAt(m) }),
    tryLock: (m, to) => ask({ type: 'tryLock', mutex: mutexAt(m) }, to),
    load: (c, to) => ask({ type: 'load', cell: cells[c] }, to),
    store: (c, v) => ask({ type: 'store', cell: cells[c], value: value(v) }),
    storeNext: (c, register) => ({
      op: 'ask',
      effect: (r) => ({
        type: 'store',
        cell: cells[c],
        value: value(Number(kernel.values.get(r[register])) + 1),
      }),
    }),
    add: (c, by, to) => ask({ type: 'update', cell: cells[c], how: 'add', operand: value(by) }, to),
    swap: (c, expected, v, to) =>
      ask({ type: 'compareAndSwap', cell: cells[c], expected: value(expected), value: value(v) }, to),
    sleep: (to, deadline = 0) =>
      ask({ type: 'sleep', mutex: mutexAt(), event: event(), interruptible: 0, deadline }, to),
    assertWait: (deadline = 0) => ask({ type: 'assertWait', event: event(), interruptible: 0, deadline }),
    block: (to) => ask({ type: 'block', continuation: value(undefined), arguments: value([]) }, to),
    wakeup: (to, oneThread = false) => ask({ type: 'wakeup', event: event(), oneThread, result: 0 }, to),
    register: () =>
      ask({ type: 'registerInterrupt', provider: devices[0], index: 0, handler: procedures[0] }),
    enable: () => ask({ type: 'enableInterrupt', provider: devices[0], index: 0 }),
    disable: () => ask({ type: 'disableInterrupt', provider: devices[0], index: 0 }),
    now: (to) => ask({ type: 'now' }, to),
    when: (register, v, to) => ({ op: 'jump', to, when: (r) => r[register] === value(v) }),
    give: (register) => ({ op: 'return', value: (r) => r[register] ?? 0 }),
  };
}
