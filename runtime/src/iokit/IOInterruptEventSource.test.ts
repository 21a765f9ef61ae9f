import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';
import { sequences } from '../../testing/tracePoints.ts';

const driver = `
  class Driver extends IOService {
    readonly counts = cell('');
    readonly taken = cell(0);
    *start(provider) {
      this.usb = provider;
      this.loop = yield* IOWorkLoop.workLoop();
      this.irq = IOInterruptEventSource.interruptEventSource(this, this.completed, provider, 0);
      yield* this.loop.addEventSource(this.irq);
      return true;
    }
    *completed(source, count) {
      yield* this.counts.set((yield* this.counts.get()) + count);
      while ((yield* this.usb.nextCompleted()) !== 0) yield* this.taken.set((yield* this.taken.get()) + 1);
    }
    *submit(times) { for (let i = 0; i < times; i++) yield* this.usb.submit(i); }
    *disable() { yield* this.loop.runAction(this.disableGated, this); }
    *disableGated() { yield* this.irq.disable(); }
    *enable() { yield* this.irq.enable(); }
    *gated(method) { yield* this.loop.runAction(method, this); }
    *remove() { yield* this.loop.removeEventSource(this.irq); }
    *add() { yield* this.loop.addEventSource(this.irq); }
  }
  class Software extends IOService {
    readonly counts = cell('');
    *start() {
      this.loop = yield* IOWorkLoop.workLoop();
      this.source = IOInterruptEventSource.interruptEventSource(this, this.kicked);
      return yield* this.loop.addEventSource(this.source);
    }
    *kicked(source, count) { yield* this.counts.set((yield* this.counts.get()) + count); }
  }`;
const usb = (line: string, more = ''): string => `
  const usb = new UsbDevice({ name: 'usb', line: '${line}' });
  const d = new Driver();
  yield* d.start(usb);
  ${more}`;
const onUsb = (
  threads: string,
  watch: string,
  { line = 'edge', more = '' } = {},
): Promise<readonly string[]> => ends({ driver, setup: usb(line, more), threads, watch });
const software = (threads: string, more = ''): Promise<readonly string[]> =>
  ends({
    driver,
    setup: `const d = new Software(); yield* d.start(); ${more}`,
    threads,
    watch: 'counts: d.counts',
  });
const enabled = 'yield* d.irq.enable();';

describe('IOInterruptEventSource', () => {
  it('I01: is masked until it is enabled, although it says that it is', async () => {
    expect(await onUsb('A: [() => d.submit(1), () => d.irq.isEnabled()]', 'counts: d.counts')).toEqual([
      'A: undefined,true | counts=""',
    ]);
  });

  it('I02: runs its action on the loop’s thread with the count', async () => {
    expect(await onUsb('A: [() => d.submit(1)]', 'counts: d.counts', { more: enabled })).toEqual([
      'A: undefined | counts="1"',
    ]);
  });

  it.each(['edge', 'level'])('loses no completion on a line of type %s', async (line) => {
    expect(await onUsb('A: [() => d.submit(2)]', 'taken: d.taken', { line, more: enabled })).toEqual([
      'A: undefined | taken=2',
    ]);
  });

  it('I04: makes a second pass with the count 1 for an interrupt that comes during its action', async () => {
    const again = driver.replace(
      '*kicked(source, count) {',
      "*kicked(source, count) { if ((yield* this.counts.get()) === '') yield* source.interruptOccurred();",
    );
    const pieces = {
      driver: again,
      setup: 'const d = new Software(); yield* d.start();',
      threads: "A: [when(asleep('work loop'), () => d.source.interruptOccurred())]",
    };
    expect(await ends({ ...pieces, watch: 'counts: d.counts' })).toEqual(['A: undefined | counts="11"']);
    const pass = '+IOWL_WORK +IOINTES_ACTION -IOINTES_ACTION -IOWL_WORK';
    const whole = `+IOWL_WORK -IOWL_WORK ${pass} ${pass}`;
    expect(await sequences(pieces, ['IOWL_WORK', 'IOINTES_ACTION'], [whole])).toEqual({
      only: true,
      found: [whole],
    });
  });

  it('I05: masks a level line in its handler, and unmasks it after the action', async () => {
    const whole = '.delivered .masked +IOINTES_ACTION -IOINTES_ACTION .unmasked';
    const pieces = { driver, setup: usb('level', enabled), threads: 'A: [() => d.submit(1)]' };
    const names = ['delivered', 'masked', 'IOINTES_ACTION', 'unmasked'];
    expect(await sequences(pieces, names, [whole])).toEqual({ only: true, found: [whole] });
  });

  const enabledLate = (enable: string): Promise<readonly string[]> =>
    onUsb(`A: [() => d.disable(), () => d.submit(1), () => ${enable}, () => d.submit(1)]`, 'taken: d.taken', {
      line: 'level',
      more: enabled,
    });

  // enable() unmasks before it clears explicitDisable; an action between the two does not unmask the line again: XNU's own race.
  it('can leave a level line masked when it is enabled outside the gate', async () => {
    const masked = 'A: undefined,undefined,undefined,undefined | taken=1';
    const taken = 'A: undefined,undefined,undefined,undefined | taken=2';
    expect(await enabledLate('d.enable()')).toEqual([masked, taken]);
    expect(await enabledLate('d.gated(d.enable)')).toEqual([taken]);
  });

  it('I07: still runs its action for what was counted before disable()', async () => {
    const outcomes = await onUsb(
      'A: [() => d.submit(1), () => d.disable(), () => d.irq.isEnabled()]',
      'counts: d.counts',
      {
        more: enabled,
      },
    );
    expect(outcomes).toEqual([
      'A: undefined,undefined,false | counts=""',
      'A: undefined,undefined,false | counts="1"',
    ]);
  });

  it('I10: counts two interrupts together or one by one', async () => {
    expect(
      await software('A: [() => d.source.interruptOccurred(), () => d.source.interruptOccurred()]'),
    ).toEqual(['A: undefined,undefined | counts="11"', 'A: undefined,undefined | counts="2"']);
  });

  it('W08: can lose a count when two threads produce at once', async () => {
    const threads = 'A: [() => d.source.interruptOccurred()], B: [() => d.source.interruptOccurred()]';
    expect(await software(threads)).toEqual([
      'A: undefined B: undefined | counts="1"',
      'A: undefined B: undefined | counts="11"',
      'A: undefined B: undefined | counts="2"',
    ]);
  });

  it('I11: cannot disable a software source', async () => {
    expect(
      await software(
        'A: [() => d.source.disable(), () => d.source.interruptOccurred(), () => d.source.isEnabled()]',
      ),
    ).toEqual(['A: undefined,undefined,true | counts="1"']);
  });

  it('runs a block for an action, and calls it no action', async () => {
    const threads = `A: [function* () {
      const before = yield* d.source.getActionBlock();
      yield* d.source.setActionBlock(function* (source, count) { yield* d.counts.set('block ' + count); });
      const seen = [before, yield* d.source.getAction(), (yield* d.source.getActionBlock()) !== null];
      yield* d.source.interruptOccurred();
      return seen;
    }, () => d.source.setAction(d.kicked), function* () { return (yield* d.source.getAction()) === d.kicked; }]`;
    expect(await software(threads)).toEqual([
      'A: [null,null,true],undefined,true | counts="1"',
      'A: [null,null,true],undefined,true | counts="block 1"',
    ]);
  });

  it('I13: is registered again and masked when it is removed and added, and says that it is enabled', async () => {
    const threads = `A: [() => d.irq.getIntIndex(), () => d.remove(), () => d.irq.getIntIndex(), () => d.add(),
      () => d.irq.getIntIndex(), () => d.irq.isEnabled(), () => d.submit(1)]`;
    expect(await onUsb(threads, 'counts: d.counts', { more: enabled })).toEqual([
      'A: 0,undefined,-1,undefined,0,true,undefined | counts=""',
    ]);
  });

  it('says what it was made for', async () => {
    const threads = 'A: [() => d.irq.getAutoDisable(), function* () { return d.irq.getProvider() === usb; }]';
    expect(await onUsb(threads, '', { line: 'level' })).toEqual(['A: true,true']);
    expect(await onUsb(threads, '')).toEqual(['A: false,true']);
  });

  it('knows of no interrupt when it came', async () => {
    const threads = `A: [() => d.irq.enablePrimaryInterruptTimestamp(true), () => d.submit(1), () => d.irq.getPrimaryInterruptTimestamp()]`;
    expect(await onUsb(threads, '', { more: enabled })).toEqual(['A: undefined,undefined,-1']);
  });

  it('I14: is not made without an owner, or for a line that is not there', async () => {
    const threads = `A: [function* () {
      const make = IOInterruptEventSource.interruptEventSource;
      return [make(d, d.completed, usb, -1), make(null, d.completed, usb, 0), make(d, d.completed, usb, 1)]
        .every((source) => source === null);
    }]`;
    expect(await onUsb(threads, '')).toEqual(['A: true']);
  });

  const make = 'IOInterruptEventSource.interruptEventSource(d, d.completed, usb, 0)';

  it('is not made for a line that has a handler, until that one is freed', async () => {
    const more = `
      const second = ${make};
      yield* d.remove();
      const third = ${make};
      yield* third.release();
      const fourth = ${make};
      const fifth = ${make};`;
    const threads = 'A: [() => [second, third, fourth, fifth].map((source) => source === null).join()]';
    expect(await onUsb(threads, '', { more })).toEqual(['A: "true,false,false,true"']);
  });

  it('is not made for a line that a driver has registered itself', async () => {
    const more = `
      yield* d.remove();
      yield* usb.registerInterrupt(0, d, d.disable);
      const second = ${make};
      yield* usb.unregisterInterrupt(0);
      const third = ${make};`;
    const threads = 'A: [() => [second, third].map((source) => source === null).join()]';
    expect(await onUsb(threads, '', { more })).toEqual(['A: "true,false"']);
  });

  it('has a pulse that came before it was added', async () => {
    const late = driver.replace('yield* this.loop.addEventSource(this.irq);', '');
    const pieces = { driver: late, setup: usb('edge'), watch: 'counts: d.counts' };
    const threads = 'A: [() => d.submit(1), () => d.add(), () => d.enable()]';
    expect(await ends({ ...pieces, threads })).toEqual([expect.stringContaining('counts="1"')]);
  });

  const published = `
    const place = atomic(null);
    const start = function* () {
      yield* d.remove();
      yield* d.irq.release();
      const source = ${make};
      yield* place.set(source);
      yield* d.loop.addEventSource(source);
      return yield* source.getIntIndex();
    };`;

  it('is registered once when two threads use it first', async () => {
    const threads = `A: [start], B: [function* () {
      const source = yield* place.get();
      return source && (yield* source.getIntIndex());
    }]`;
    expect(await onUsb(threads, '', { more: published })).toEqual(['A: 0 B: 0', 'A: 0 B: null']);
  });

  it('panics as on NULL at its first use by a thread if the line has a handler', async () => {
    const threads = `A: [function* () { yield* d.loop.addEventSource(${make}); }]`;
    expect(await onUsb(threads, '')).toEqual([
      expect.stringContaining('page fault: NULL read in IOWorkLoop::addEventSource'),
    ]);
  });

  it('panics when its action is NULL and interrupts were counted', async () => {
    expect(
      await software('A: [() => d.source.interruptOccurred()]', 'yield* d.source.setAction(null);'),
    ).toEqual([expect.stringContaining('jump to NULL in IOInterruptEventSource::checkForWork')]);
  });

  it('I26: counts on when its 32 bits wrap around, and gives a negative number when it lags by more than half of them', async () => {
    const kick = 'A: [() => d.source.interruptOccurred(), () => d.source.interruptOccurred()]';
    const wrapping = `yield* d.source.producerCount.set(0xffffffff);
      yield* d.source.consumerCount.set(0xffffffff);`;
    expect(await software(kick, wrapping)).toEqual([
      'A: undefined,undefined | counts="11"',
      'A: undefined,undefined | counts="2"',
    ]);
    const lagging = 'yield* d.source.producerCount.set(0x80000001);';
    expect(
      await software("A: [when(asleep('work loop'), () => d.source.interruptOccurred())]", lagging),
    ).toEqual([expect.stringContaining('counts="-2147483647')]);
  });

  it('I28: panics when an interrupt comes before it is added', async () => {
    const loose = 'const loose = IOInterruptEventSource.interruptEventSource(d, d.kicked);';
    expect(await software('A: [() => loose.interruptOccurred()]', loose)).toEqual([
      expect.stringContaining('page fault: NULL read in IOEventSource::signalWorkAvailable'),
    ]);
  });
});
