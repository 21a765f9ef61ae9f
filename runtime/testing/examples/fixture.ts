import {
  IOCommandGate,
  IOService,
  IOWorkLoop,
  OSIncrementAtomic,
  UsbDevice,
  atomic,
  cell,
  panic,
  unsynchronized,
  type IOEventSource,
  type Op,
} from 'workloop';

/** The driver of the examples: it counts, in the gate of its own work loop. */
export class Driver extends IOService {
  readonly count = cell(0);
  readonly ready = cell(false);
  readonly items = unsynchronized<readonly unknown[]>([]);
  readonly interrupts = atomic(0);
  loop!: IOWorkLoop;
  gate!: IOCommandGate;

  override *start(provider: UsbDevice): Op<boolean> {
    yield* super.start(provider);
    this.loop = yield* IOWorkLoop.workLoop();
    this.gate = IOCommandGate.commandGate(this);
    yield* this.loop.addEventSource(this.gate);
    return true;
  }

  override *getWorkLoop(): Op<IOWorkLoop> {
    return this.loop;
  }

  /** An action: adds to the count, and returns it. */
  *add(amount: number): Op<number> {
    yield* this.count.set((yield* this.count.get()) + amount);
    return yield* this.count.get();
  }

  /** An action of a command queue: keeps what it is given. */
  *append(item?: unknown): Op {
    yield* this.items.set([...(yield* this.items.get()), item]);
  }

  /** An action of an interrupt source: counts the interrupts. */
  *completed(_source: IOEventSource, interrupts: number): Op {
    yield* this.add(interrupts);
    yield* this.gate.commandWakeup(this.count);
  }

  /** An action of a timer: counts it. */
  *timedOut(): Op {
    yield* this.completed(this.gate, 1);
  }

  /** An action: sleeps until so much was counted, and returns the count. */
  *waitFor(count: number): Op<number> {
    while ((yield* this.count.get()) < count) yield* this.gate.commandSleep(this.count);
    return yield* this.count.get();
  }

  /** A handler, at interrupt level: counts. */
  *interrupted(): Op {
    yield* OSIncrementAtomic(this.interrupts);
  }

  /** A filter, at interrupt level: counts, and says that the interrupt is this driver's. */
  *isMine(): Op<boolean> {
    yield* this.interrupted();
    return true;
  }
}

/** What examples may use without making it: a driver that has started, its work loop, its command gate, and the disk that it drives. */
export interface Started {
  readonly driver: Driver;
  readonly loop: IOWorkLoop;
  readonly gate: IOCommandGate;
  readonly usb: UsbDevice;
}

/** Makes them. */
export function* startedDriver(): Op<Started> {
  const driver = new Driver();
  const usb = new UsbDevice({ name: 'usb' });
  yield* driver.start(usb);
  return { driver, loop: driver.loop, gate: driver.gate, usb };
}

/** Panics unless a value is one of those that the example says. */
export function* check<T>(actual: T, allowed: readonly NoInfer<T>[], what: string): Op {
  if (!allowed.some((value) => isSame(value, actual))) yield* panic(`${what} is ${shown(actual)}`);
}

const isSame = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || (isPlain(a) && isPlain(b) && shown(a) === shown(b));

const isPlain = (value: unknown): boolean =>
  Array.isArray(value) || (typeof value === 'object' && value?.constructor === Object);

const shown = (value: unknown): string =>
  isPlain(value) || typeof value !== 'object' ? (JSON.stringify(value) ?? String(value)) : 'another object';
