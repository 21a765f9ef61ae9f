import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const yosemite = "profile: { kernel: 'yosemite' },";
const classic = "profile: { kernel: 'classic' },";
const release = "profile: { build: 'release' },";

const kIOReturnAborted = -536870165;
const kIOReturnNotPermitted = -536870174;

const driver = `
  class Driver extends IOService {
    readonly first = unsynchronized(null);
    readonly event = cell(0);
    *start() {
      this.loop = yield* IOWorkLoop.workLoop();
      this.gate = IOCommandGate.commandGate(this);
      return yield* this.loop.addEventSource(this.gate);
    }
    *seven() { return 7; }
    *run() { return yield* this.gate.runAction(this.seven); }
    *runFirst() { yield* this.first.set(yield* current_thread()); return yield* this.run(); }
    *terminateFirst() { yield* thread_terminate(yield* this.first.get()); }
    *signalFirst() { yield* thread_abort_safely(yield* this.first.get()); }
    *disable() { yield* this.loop.runAction(this.disableGated, this); }
    *disableGated() { yield* this.gate.disable(); }
    *enable() { yield* this.gate.enable(); }
    *remove() { return yield* this.loop.removeEventSource(this.gate); }
    *isAttached() { return (yield* this.gate.getWorkLoop()) !== null; }
    *outside() { return yield* this.gate.commandSleep(this.event); }
    *sleep(ns) { return yield* this.gate.runAction(this.sleepGated, ns); }
    *sleepGated(ns) {
      yield* this.first.set(yield* current_thread());
      if (ns === 0) return yield* this.gate.commandSleep(this.event);
      return yield* this.gate.commandSleep(this.event, yield* clock_interval_to_deadline(ns), THREAD_ABORTSAFE);
    }
  }`;

const made = 'const d = new Driver(); yield* d.start();';
const disabled = `${made} yield* d.disable();`;
const gate = (options: string, threads: string, setup = made): Promise<readonly string[]> =>
  ends({ driver, setup, threads, options });

describe('the yosemite kernel', () => {
  it('G17: strands no waiting caller when another one was terminated before the removal', async () => {
    const threads = `A: [() => d.runFirst()], B: [() => d.run()],
      C: [when(asleep('A', 'B'), () => d.terminateFirst()), () => d.remove()]`;
    const all = [`A: ${kIOReturnAborted} B: ${kIOReturnAborted} C: undefined,0`];
    expect(await gate(yosemite, threads, disabled)).toEqual(all);
    expect(await gate('', threads, disabled)).toEqual([expect.stringContaining('B sleeps forever')]);
  });

  it('strands a caller of a disabled command gate who comes after its removal', async () => {
    const threads = 'A: [() => d.remove(), () => d.run()]';
    expect(await gate(yosemite, threads, disabled)).toEqual([expect.stringContaining('waits-forever')]);
  });

  it('G14: aborts a waiting caller on a signal', async () => {
    const threads = "A: [() => d.runFirst()], B: [when(asleep('A'), () => d.signalFirst())]";
    expect(await gate(yosemite, threads, disabled)).toEqual([`A: ${kIOReturnAborted} B: undefined`]);
  });

  it('leaves a removed command gate attached, enabled, and in use', async () => {
    const threads = 'A: [() => d.remove(), () => d.isAttached(), () => d.run()]';
    expect(await gate(yosemite, threads)).toEqual(['A: 0,true,7']);
    expect(await gate('', threads)).toEqual(['A: 0,false,-536870184']);
  });

  it('panics where a command gate is used that was never added', async () => {
    const setup = 'const d = new Driver(); d.gate = IOCommandGate.commandGate(d);';
    expect(await gate(yosemite, 'A: [() => d.run()]', setup)).toEqual([
      expect.stringContaining('page fault: NULL read in IOEventSource::closeGate'),
    ]);
    expect(await gate(yosemite, 'A: [() => d.gate.attemptAction(d.seven)]', setup)).toEqual([
      expect.stringContaining('page fault: NULL read in IOEventSource::tryCloseGate'),
    ]);
  });

  it('G25: refuses commandSleep outside the gate', async () => {
    expect(await gate(yosemite, 'A: [() => d.outside()]')).toEqual([`A: ${kIOReturnNotPermitted}`]);
  });

  it('G26: says 1 for an interrupted sleep as for one that timed out; the kernel before it says 2', async () => {
    const interrupted = "A: [() => d.sleep(0)], B: [when(asleep('A'), () => d.terminateFirst())]";
    expect(await gate(yosemite, interrupted)).toEqual(['A: 1 B: undefined']);
    expect(await gate(yosemite, 'A: [() => d.sleep(100)]')).toEqual(['A: 1']);
    expect(await gate(classic, interrupted)).toEqual(['A: 2 B: undefined']);
  });

  it('T16: re-enters the action of a default timer that sleeps in the gate', async () => {
    const timer = `
      class Timed extends IOService {
        readonly runs = cell(0);
        *start() {
          this.loop = yield* IOWorkLoop.workLoop();
          this.gate = IOCommandGate.commandGate(this);
          this.timer = IOTimerEventSource.timerEventSource(this, this.fired);
          yield* this.loop.addEventSource(this.gate);
          yield* this.loop.addEventSource(this.timer);
        }
        *fired() {
          const run = (yield* this.runs.get()) + 1;
          yield* this.runs.set(run);
          if (run > 1) return yield* this.gate.commandWakeup(this.runs);
          yield* this.timer.setTimeout(10);
          yield* this.gate.commandSleep(this.runs, THREAD_UNINT);
        }
      }`;
    const pieces = {
      driver: timer,
      setup: 'const t = new Timed(); yield* t.start(); yield* t.timer.setTimeout(10);',
      threads: '',
      watch: 'runs: t.runs',
    };
    expect(await ends({ ...pieces, options: yosemite })).toEqual([' | runs=2']);
    expect(await ends(pieces)).toEqual([' | runs=1']);
  });
});

describe('an interrupt source', () => {
  const source = `
    class Driver extends IOService {
      readonly counts = cell('');
      *start(provider) {
        this.loop = yield* IOWorkLoop.workLoop();
        this.irq = IOInterruptEventSource.interruptEventSource(this, this.fired, provider, 0);
        yield* this.loop.addEventSource(this.irq);
      }
      *fired(source, count) { yield* this.counts.set((yield* this.counts.get()) + count); }
      *remove() {
        yield* this.loop.removeEventSource(this.irq);
        return [yield* this.irq.getIntIndex(), yield* this.irq.isEnabled()].join();
      }
      *lag() {
        yield* this.irq.consumerCount.set(3);
        yield* this.irq.interruptOccurred();
      }
    }`;
  const setup = "const d = new Driver(); yield* d.start(new UsbDevice({ name: 'usb', line: 'edge' }));";

  it('I13: keeps its line when it is removed, in the classic kernel alone', async () => {
    const removed = (options: string): Promise<readonly string[]> =>
      ends({ driver: source, setup, threads: 'A: [() => d.remove()]', options });
    expect(await removed(classic)).toEqual(['A: "0,false"']);
    expect(await removed(yosemite)).toEqual(['A: "-1,true"']);
  });

  it('I26: tells a count that has fallen behind without its sign until the current kernel', async () => {
    const counted = (options: string): Promise<readonly string[]> =>
      ends({
        driver: source,
        setup,
        threads: "A: [when(asleep('work loop'), () => d.lag())]",
        watch: 'counts: d.counts',
        options,
      });
    expect(await counted(yosemite)).toEqual(['A: undefined | counts="2"']);
    expect(await counted('')).toEqual(['A: undefined | counts="-2"']);
  });
});

describe('a release build', () => {
  const locks = `
    class Driver extends IOService {
      readonly lock = IOLockAlloc();
      readonly spin = IOSimpleLockAlloc();
      readonly handled = atomic(0);
      *start(provider) {
        this.usb = provider;
        yield* provider.registerInterrupt(0, this, this.handler);
        yield* provider.enableInterrupt(0);
      }
      *handler() {
        yield* IOLockLock(this.lock);
        yield* this.handled.set(1);
        yield* IOLockUnlock(this.lock);
      }
      *submit() { yield* this.usb.submit(1); }
      *hold() { yield* IOLockLock(this.lock); yield* IOLockUnlock(this.lock); }
      *both() { yield* IOSimpleLockLock(this.spin); yield* this.hold(); yield* IOSimpleLockUnlock(this.spin); }
    }`;
  const setup = "const d = new Driver(); yield* d.start(new UsbDevice({ name: 'usb', line: 'edge' }));";
  const locked = (threads: string, options: string): Promise<readonly string[]> =>
    ends({ driver: locks, setup, threads, options });
  const blocks = [expect.stringContaining('thread_invoke: preemption_level 1')];

  it('L22: lets a handler take a free mutex, and panics when it would have to block', async () => {
    const alone = 'A: [() => d.submit()]';
    expect(await locked(alone, release)).toEqual(['A: undefined']);
    expect(await locked(alone, '')).toEqual([expect.stringContaining('mutex in IRQ context')]);
    expect(await locked(`${alone}, B: [() => d.hold()]`, release)).toEqual(blocks);
  });

  it('lets a thread take a free mutex inside a spin lock, and panics when it would have to block', async () => {
    const alone = 'A: [() => d.both()]';
    expect(await locked(alone, release)).toEqual(['A: undefined']);
    expect(await locked(alone, '')).toEqual([expect.stringContaining('with preemption disabled')]);
    expect(await locked(`${alone}, B: [() => d.hold()]`, release)).toEqual(blocks);
  });
});
