import { HandleValue, type CellKind, type Effect, type Handle, type ValueId } from '../../effects/index.ts';
import { BOOT, type DeviceModel } from '../../kernel/index.ts';
import { random } from '../random.ts';
import { button } from './button.ts';
import type { Instruction, Registers, Routine } from './nativeCode.ts';
import { opsOf } from './ops.ts';
import type { GuardedCall, Machine, Program } from './program.ts';

/** Numbers from 0 to below `n`. */
export type Dice = (n: number) => number;

/** A die whose rolls a seed decides. */
export function dice(seed: number): Dice {
  const next = random(seed);
  return (n) => Math.floor(next() * n);
}

const KINDS: readonly CellKind[] = ['plain', 'plain', 'atomic', 'unsynchronized'];

/** A small random program: 2–4 threads of 1–5 operations on 2–3 cells and 1–2 mutexes. */
export function randomProgram(seed: number): Program {
  const roll = dice(seed);
  const threads = 2 + [0, 0, 0, 1, 1, 2][roll(6)];
  const most = threads === 4 ? 3 : threads === 3 ? 4 : 5;
  const shape = Array.from({ length: threads }, () => ({
    calls: 1 + (roll(4) === 0 ? 1 : 0),
    seed: roll(2 ** 30),
  }));
  const device = roll(4) === 0 ? [{ model: 'button', config: { name: 'button', must: roll(3) > 0 } }] : [];
  const handler = roll(2 ** 30);
  return {
    devices: device,
    procedures: (m) => device.map(() => new Writer(m, dice(handler)).handler()),
    cells: Array.from({ length: 2 + roll(2) }, () => ({ kind: KINDS[roll(4)], value: roll(2) })),
    mutexes: Array.from({ length: 1 + (roll(3) === 0 ? 0 : 1) }, () => roll(3) === 0),
    options: {
      models: { button } as Record<string, DeviceModel>,
      time: roll(3) === 0 ? 'any' : 'urgent',
      wakeOrder: roll(4) === 0 ? 'fifo' : 'any',
    },
    clients: (m) =>
      shape.map(({ calls, seed: own }, thread) => {
        const rollOwn = dice(own);
        return Array.from({ length: calls }, (_, call): Routine | GuardedCall => {
          const written = new Writer(m, rollOwn).write(1 + rollOwn(Math.ceil(most / calls)));
          const listens = device.length > 0 && thread === 0 && call === 0;
          const routine = listens ? listening(m, written) : written;
          const waits = call > 0 && rollOwn(4) === 0;
          const other = String.fromCharCode(65 + ((thread + 1) % threads));
          return waits ? { routine, guard: { type: 'asleep', threads: [other] } } : routine;
        });
      }),
  };
}

/** The routine behind the registration of the handler. */
function listening(m: Machine, routine: Routine): Routine {
  const { register, enable } = opsOf(m);
  const moved = routine.map((line) => (line.op === 'jump' ? { ...line, to: line.to + 2 } : line));
  return [register(), enable(), ...moved];
}

/** Writes one routine. Register 0 holds what was last read. */
class Writer {
  readonly #m: Machine;
  readonly #roll: Dice;
  readonly #lines: Instruction[] = [];

  constructor(m: Machine, roll: Dice) {
    this.#m = m;
    this.#roll = roll;
  }

  write(operations: number): Routine {
    const around = this.#roll(3) !== 0 ? this.#mutex() : undefined;
    if (around !== undefined) this.#ask({ type: 'lock', mutex: around });
    for (let i = 0; i < operations; i++) this.#operation(around);
    if (around !== undefined && this.#roll(8) !== 0) this.#ask({ type: 'unlock', mutex: around });
    if (this.#roll(2) === 0) this.#lines.push({ op: 'return', value: (r) => r[0] ?? 0 });
    return this.#lines;
  }

  /** What may be done at interrupt level. */
  handler(): Routine {
    const cell = this.#cell();
    if (this.#roll(2) === 0) this.#ask({ type: 'store', cell, value: this.#number() });
    else this.#read({ type: 'load', cell });
    if (this.#roll(2) === 0) this.#ask({ type: 'wakeup', event: this.#event(), oneThread: false, result: 0 });
    return this.#lines;
  }

  #operation(held: Handle | undefined): void {
    const roll = this.#roll;
    const cell = this.#cell();
    switch (roll(21)) {
      case 0:
      case 1:
        return this.#read({ type: 'load', cell });
      case 2:
      case 3:
        return this.#ask({ type: 'store', cell, value: this.#number() });
      case 4: {
        const { value, kernel } = this.#m;
        return this.#ask((r) => ({
          type: 'store',
          cell,
          value: value((Number(kernel.values.get(r[0])) + 1) % 4),
        }));
      }
      case 5:
        return this.#read({
          type: 'update',
          cell,
          how: roll(2) ? 'or' : 'exchange',
          operand: this.#number(),
        });
      case 6:
        return this.#read({ type: 'compareAndSwap', cell, expected: this.#number(), value: this.#number() });
      case 7:
      case 8:
      case 9:
      case 10:
        return this.#locked(held);
      case 11:
      case 12:
        return this.#tried(held);
      case 13:
        if (this.#m.devices.length === 0 || roll(2) === 0) return this.#spin(cell);
        return void this.#lines.push(opsOf(this.#m).disable());
      case 14:
        return held === undefined ? this.#wait() : this.#sleep(held);
      case 15:
        return this.#read(roll(2) ? { type: 'holds', mutex: this.#mutex() } : { type: 'currentThread' });
      case 16:
      case 17:
      case 18:
        return this.#ask({ type: 'wakeup', event: this.#event(), oneThread: roll(2) === 0, result: 0 });
      default:
        return this.#branch(held);
    }
  }

  #locked(held: Handle | undefined): void {
    const mutex = this.#other(held);
    this.#ask({ type: 'lock', mutex });
    this.#ask({ type: 'store', cell: this.#cell(), value: this.#number() });
    if (this.#roll(6) !== 0) this.#ask({ type: 'unlock', mutex });
  }

  /** Does one thing if it gets the lock. */
  #tried(held: Handle | undefined): void {
    const mutex = this.#other(held);
    this.#read({ type: 'tryLock', mutex });
    const { value } = this.#m;
    this.#lines.push({ op: 'jump', to: this.#lines.length + 3, when: (r) => r[0] === value(false) });
    this.#ask({ type: 'store', cell: this.#cell(), value: this.#number() });
    this.#ask({ type: 'unlock', mutex });
  }

  /** Reads until it reads something else. */
  #spin(cell: Handle): void {
    const start = this.#lines.length;
    const stays = this.#number();
    this.#read({ type: 'load', cell });
    this.#lines.push({ op: 'jump', to: start, when: (r) => r[0] === stays });
  }

  /** Mostly as it should be: with the mutex held, in a loop or not. */
  #sleep(held: Handle): void {
    const roll = this.#roll;
    const start = this.#lines.length;
    const cell = this.#cell();
    const stays = this.#number();
    const loops = roll(2) === 0;
    if (loops) {
      this.#read({ type: 'load', cell });
      this.#lines.push({ op: 'jump', to: start + 4, when: (r) => r[0] !== stays });
    }
    this.#ask({
      type: 'sleep',
      mutex: roll(20) === 0 ? this.#mutex() : held,
      event: this.#event(),
      interruptible: 0,
      deadline: this.#deadline(),
    });
    if (loops) this.#lines.push({ op: 'jump', to: start });
  }

  #wait(): void {
    this.#ask({ type: 'assertWait', event: this.#event(), interruptible: 0, deadline: this.#deadline() });
    const { value } = this.#m;
    this.#read({ type: 'block', continuation: value(undefined), arguments: value([]) });
  }

  /** Skips an operation on a value. */
  #branch(held: Handle | undefined): void {
    const at = this.#lines.length;
    this.#lines.push({ op: 'return' });
    this.#operation(held);
    const wanted = this.#number();
    this.#lines[at] = { op: 'jump', to: this.#lines.length, when: (r) => r[0] === wanted };
  }

  #ask(effect: Effect | ((r: Registers) => Effect)): void {
    this.#lines.push({ op: 'ask', effect });
  }

  #read(effect: Effect): void {
    this.#lines.push({ op: 'ask', effect, to: 0 });
  }

  readonly #pick = <T>(list: readonly T[]): T => list[this.#roll(list.length)];
  /** Mostly not the one that is held: a plain mutex cannot be taken twice. */
  #other(held: Handle | undefined): Handle {
    const free = this.#m.mutexes.filter((mutex) => mutex !== held);
    return free.length > 0 && this.#roll(6) !== 0 ? this.#pick(free) : this.#mutex();
  }

  readonly #cell = (): Handle => this.#pick(this.#m.cells);
  readonly #mutex = (): Handle => this.#pick(this.#m.mutexes);
  readonly #number = (): ValueId => this.#m.value(this.#roll(2));
  readonly #event = (): ValueId => this.#m.value(new HandleValue(this.#m.cells[this.#roll(2)]));
  readonly #deadline = (): number => (this.#roll(3) === 0 ? BOOT + 1000 * (1 + this.#roll(2)) : 0);
}
