import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Driver extends IOService {
    readonly seen = cell(0);
    readonly counts = cell('');
    readonly filtered = atomic(0);
    readonly lock = IOLockAlloc();
    readonly spinLock = IOSimpleLockAlloc();
    *start(usb, filter) {
      this.usb = usb;
      this.loop = yield* IOWorkLoop.workLoop();
      this.gate = IOCommandGate.commandGate(this);
      yield* this.loop.addEventSource(this.gate);
      this.irq = IOFilterInterruptEventSource.filterInterruptEventSource(this, this.completed, filter, usb, 0);
      yield* this.loop.addEventSource(this.irq);
      yield* this.irq.enable();
      return true;
    }
    *completed(source, count) {
      yield* this.counts.set((yield* this.counts.get()) + count);
      while ((yield* this.usb.nextCompleted()) !== 0);
    }
    *no() { yield* OSIncrementAtomic(this.filtered); return false; }
    *yes() { yield* OSIncrementAtomic(this.filtered); return true; }
    *signalAndNo(source) { yield* source.signalInterrupt(); yield* this.usb.nextCompleted(); return false; }
    *signalAndYes(source) { yield* source.signalInterrupt(); return true; }
    *callsGate() { yield* this.gate.runAction(this.touchGated); return false; }
    *locks() { yield* IOLockLock(this.lock); return false; }
    *disables(source) { yield* source.disable(); return true; }
    *touches() { yield* this.seen.set(1); return false; }
    *touchGated() { yield* this.seen.set(2); }
    *touch() { yield* this.gate.runAction(this.touchGated); }
    *touchesLocked() {
      yield* IOSimpleLockLock(this.spinLock);
      yield* this.seen.set(1);
      yield* IOSimpleLockUnlock(this.spinLock);
      return false;
    }
    *touchLocked() {
      const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.spinLock);
      yield* this.seen.set(2);
      yield* IOSimpleLockUnlockEnableInterrupt(this.spinLock, interrupts);
    }
    *touchLockedWrongly() {
      yield* IOSimpleLockLock(this.spinLock);
      yield* this.seen.set(2);
      yield* IOSimpleLockUnlock(this.spinLock);
    }
    *passGated() { yield* this.loop.runEventSources(); }
    *submitGated() { yield* this.usb.submit(1); }
  }`;
const filter = (
  method: string,
  threads: string,
  { line = 'edge', watch = 'counts: d.counts' } = {},
): Promise<readonly string[]> =>
  ends({
    driver,
    setup: `
      const usb = new UsbDevice({ name: 'usb', line: '${line}' });
      const d = new Driver();
      yield* d.start(usb, d.${method});`,
    threads,
    watch,
  });
const submit = 'A: [() => usb.submit(1)]';

describe('IOFilterInterruptEventSource', () => {
  it('I16: counts nothing and runs no action when the filter says no', async () => {
    expect(await filter('no', submit, { watch: 'counts: d.counts, filtered: d.filtered' })).toEqual([
      'A: 1 | counts="" | filtered=1',
    ]);
  });

  it('runs the action when the filter says yes', async () => {
    expect(await filter('yes', submit, { watch: 'counts: d.counts, filtered: d.filtered' })).toEqual([
      'A: 1 | counts="1" | filtered=1',
    ]);
  });

  it('I17: masks a level and counts once when the filter says yes', async () => {
    const watch = 'counts: d.counts, filtered: d.filtered';
    expect(await filter('yes', submit, { line: 'level', watch })).toEqual(['A: 1 | counts="1" | filtered=1']);
  });

  it('I18: is called again and again when the filter says no to a level that stays up', async () => {
    // no end at all: the line interrupts for ever
    expect(
      await ends({
        driver: driver.replace('yield* OSIncrementAtomic(this.filtered); return false', 'return false'),
        setup: `
          const usb = new UsbDevice({ name: 'usb', line: 'level' });
          const d = new Driver();
          yield* d.start(usb, d.no);`,
        threads: submit,
      }),
    ).toEqual([]);
  });

  it('I19: runs the action and leaves a level unmasked when the filter signals and says no', async () => {
    expect(await filter('signalAndNo', submit, { line: 'level' })).toEqual(['A: 1 | counts="1"']);
  });

  it('I20: counts two when the filter signals and says yes', async () => {
    const outcomes = await filter('signalAndYes', submit);
    expect(outcomes).toEqual(['A: 1 | counts="11"', 'A: 1 | counts="2"']);
  });

  it('I22: races with a thread inside the gate', async () => {
    expect(await filter('touches', 'A: [() => usb.submit(1), () => d.touch()]')).toEqual([
      expect.stringContaining('fails: data-race: '),
    ]);
  });

  it('I23: panics when the filter runs an action', async () => {
    expect(await filter('callsGate', submit)).toEqual([
      expect.stringContaining('Attempt to take mutex in IRQ context'),
    ]);
  });

  it('L22: panics when the filter takes an IOLock', async () => {
    expect(await filter('locks', submit)).toEqual([
      expect.stringContaining('Attempt to take mutex in IRQ context'),
    ]);
  });

  it('I36: the filter may disable its own source, and what it counts is delivered still', async () => {
    expect(await filter('disables', `${submit}, B: [() => usb.submit(2)]`)).toEqual([
      'A: 1 B: 1 | counts="1"',
      'A: 1 B: 2 | counts="1"',
      'A: 2 B: 1 | counts="1"',
    ]);
  });

  it('I14: is not made without a filter or an owner, nor for a line that is not there', async () => {
    const threads = `A: [function* () {
      const make = IOFilterInterruptEventSource.filterInterruptEventSource;
      return [make(d, d.completed, null, usb, 0), make(null, d.completed, d.yes, usb, 0), make(d, d.completed, d.yes, usb, 1),
        make(d, d.completed, d.yes, usb, -1), IOFilterInterruptEventSource.interruptEventSource(d, d.completed, usb, 0)]
        .every((source) => source === null);
    }]`;
    expect(await filter('yes', threads)).toEqual(['A: true | counts=""']);
  });

  it('says what its filter is', async () => {
    const threads = 'A: [function* () { return d.irq.getFilterAction() === d.yes; }]';
    expect(await filter('yes', threads)).toEqual(['A: true | counts=""']);
  });
});

describe('IOSimpleLock with a filter', () => {
  const threads = (method: string): string => `A: [() => usb.submit(1), () => d.${method}()]`;

  it('keeps a filter and a thread with its interrupts disabled apart', async () => {
    expect(await filter('touchesLocked', threads('touchLocked'), { watch: 'seen: d.seen' })).toEqual([
      'A: 1,undefined | seen=1',
      'A: 1,undefined | seen=2',
    ]);
  });

  it('deadlocks when the thread that holds it may be interrupted', async () => {
    expect(await filter('touchesLocked', threads('touchLockedWrongly'))).toEqual([
      'fails: deadlock: deadlock: usb irq 0 waits for driver.spinLock; A holds driver.spinLock with interrupts enabled, and usb irq 0 may have interrupted it.',
    ]);
  });
});
