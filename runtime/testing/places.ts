/** `here` looks where it is, waits, and looks whether anybody came in meanwhile through the gate. */
export const driver = `
  class Nub extends IOService {
    *init() { this.loop = yield* IOWorkLoop.workLoop(); }
    *getWorkLoop() { return this.loop; }
  }
  class Driver extends IOService {
    readonly saw = unsynchronized('');
    readonly visits = unsynchronized(0);
    readonly lock = IOLockAlloc();
    readonly spinLock = IOSimpleLockAlloc();
    *init(loop, waits) {
      this.loop = loop;
      this.waits = waits;
      this.gate = IOCommandGate.commandGate(this, this.here);
      yield* loop.addEventSource(this.gate);
    }
    *here() {
      const thread = (yield* this.loop.onThread()) ? 'loop' : 'not the loop';
      const gate = (yield* this.loop.inGate()) ? 'in the gate' : 'not in the gate';
      const before = yield* this.visits.get();
      yield* this.waits.call(this);
      const alone = (yield* this.visits.get()) === before ? 'alone' : 'visited';
      yield* this.saw.set(thread + ', ' + gate + ', ' + alone);
      return false;
    }
    *no() {}
    *yes() { return true; }
    *blocks() {
      yield* IOLockLock(this.lock);
      yield* IOLockSleepDeadline(this.lock, this.saw, yield* clock_interval_to_deadline(10), THREAD_UNINT);
      yield* IOLockUnlock(this.lock);
    }
    *sleeps() {
      yield* this.gate.commandSleep(this.saw, yield* clock_interval_to_deadline(10), THREAD_UNINT);
    }
    *visit() { yield* this.gate.runAction(this.visitGated); }
    *visitGated() { yield* this.visits.set(1); }
    *holdsSpinLock() {
      yield* IOSimpleLockLock(this.spinLock);
      yield* this.here();
    }
  }
  class Source extends IOEventSource {
    readonly todo = unsynchronized(false);
    *signal() {
      yield* this.todo.set(true);
      yield* this.signalWorkAvailable();
    }
    *checkForWork() {
      if (!(yield* this.todo.get())) return false;
      yield* this.todo.set(false);
      return yield* this.owner.here();
    }
  }
  class WillTerminate extends Driver { *willTerminate() { return yield* this.here(); } }
  class DidTerminate extends Driver { *didTerminate() { return yield* this.here(); } }
  class Finalize extends Driver { *finalize() { return yield* this.here(); } }
  class Stop extends Driver { *stop() { yield* this.here(); } }
  class Last extends OSObject {
    constructor(driver) { super(); this.driver = driver; }
    *free() {
      yield* this.driver.here();
      yield* super.free();
    }
    *drop() { yield* this.release(); return false; }
  }`;

/** A place where a driver's code may be. */
export interface Place {
  readonly name: string;
  /** The row of the page "Where am I?" that says what is true there; what is true of `free()` depends on where it is released. */
  readonly row?: string;
  /** What may be done there: not wait; wait, in the gate; wait, with no gate. */
  readonly may: 'not wait' | 'wait gated' | 'wait';
  /** Whether it is on the loop's thread. */
  readonly onLoop?: true;
  /** The driver's class. */
  readonly of?: string;
  /** Statements of setup, once driver and device are made. */
  readonly more?: string;
  /** What brings thread A there. */
  readonly calls: string;
}

const source = (make: string): string => `
  const irq = ${make};
  yield* loop.addEventSource(irq);
  yield* irq.enable();`;
const filter = (action: string, filter: string): string =>
  source(`IOFilterInterruptEventSource.filterInterruptEventSource(d, ${action}, ${filter}, usb, 0)`);
const handler = (target: string, method: string): string => `
  yield* usb.registerInterrupt(0, ${target}, ${method});
  yield* usb.enableInterrupt(0);`;
const timer = (priority: string): string => `
  const timer = IOTimerEventSource.timerEventSource(kIOTimerEventSourceOptions${priority}, d, d.here);
  yield* loop.addEventSource(timer);`;
const last = 'const last = new Last(d);';
const calls = '() => usb.submit(1)';
const terminates = '() => nub.terminate()';

const notWaiting: readonly Omit<Place, 'may'>[] = [
  { name: 'a primary handler', row: 'a primary interrupt handler', more: handler('d', 'd.here'), calls },
  { name: 'a filter', row: 'a filter routine', more: filter('d.no', 'd.here'), calls },
  { name: 'free(), released in a handler', more: last + handler('last', 'last.drop'), calls },
  {
    name: 'the holder of a spin lock',
    row: 'a thread that holds a spin lock',
    calls: '() => d.holdsSpinLock()',
  },
];

const interrupt = "an interrupt's action";
const action = 'an action of `runAction`, `runCommand`, `attemptAction`';
const stop = '`willTerminate()`, `didTerminate()`, `stop()`';

const waitingGated: readonly Omit<Place, 'may'>[] = [
  {
    name: 'an interrupt’s action',
    row: interrupt,
    onLoop: true,
    more: source('IOInterruptEventSource.interruptEventSource(d, d.here, usb, 0)'),
    calls,
  },
  {
    name: 'an interrupt’s action behind a filter',
    row: interrupt,
    onLoop: true,
    more: filter('d.here', 'd.yes'),
    calls,
  },
  {
    name: 'a default timer’s action',
    row: "a default timer's action",
    more: timer('Default'),
    calls: '() => timer.setTimeout(5)',
  },
  {
    name: 'a WorkLoop timer’s action',
    row: "a WorkLoop timer's action",
    onLoop: true,
    more: timer('PriorityWorkLoop'),
    calls: '() => timer.setTimeout(5)',
  },
  {
    name: 'checkForWork()',
    row: '`checkForWork()` of your own source',
    onLoop: true,
    more: 'const own = new Source(d); yield* loop.addEventSource(own);',
    calls: '() => own.signal()',
  },
  { name: 'an action of IOCommandGate::runAction', row: action, calls: '() => d.gate.runAction(d.here)' },
  { name: 'an action of runCommand', row: action, calls: '() => d.gate.runCommand()' },
  { name: 'an action of attemptAction', row: action, calls: '() => d.gate.attemptAction(d.here)' },
  { name: 'an action of IOWorkLoop::runAction', row: action, calls: '() => loop.runAction(d.here, d)' },
  { name: 'willTerminate()', row: stop, of: 'WillTerminate', calls: terminates },
  { name: 'didTerminate()', row: stop, of: 'DidTerminate', calls: terminates },
  { name: 'stop()', row: stop, of: 'Stop', calls: terminates },
  { name: 'finalize()', row: '`finalize()`', of: 'Finalize', calls: terminates },
  { name: 'free(), released in the gate', more: last, calls: '() => loop.runAction(last.drop, last)' },
];

const waiting: readonly Omit<Place, 'may'>[] = [
  { name: 'a client’s call', row: 'a method that a client calls', calls: '() => d.here()' },
  { name: 'a thread of its own', row: "a thread of the driver's own", calls: '() => spawn(d, d.here)' },
  { name: 'free(), released by a client', more: last, calls: '() => last.release()' },
];

/** Everywhere a driver's code may be, as far as this course's kernel can bring it there. */
export const places: readonly Place[] = [
  ...notWaiting.map((place): Place => ({ ...place, may: 'not wait' })),
  ...waitingGated.map((place): Place => ({ ...place, may: 'wait gated' })),
  ...waiting.map((place): Place => ({ ...place, may: 'wait' })),
];
