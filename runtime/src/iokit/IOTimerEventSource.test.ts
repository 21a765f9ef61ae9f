import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Driver extends OSObject {
    readonly fired = cell('');
    readonly event = cell(0);
    readonly passes = cell(0);
    *start(options, add = true) {
      this.loop = yield* IOWorkLoop.workLoop();
      this.gate = IOCommandGate.commandGate(this);
      yield* this.loop.addEventSource(this.gate);
      this.timer = IOTimerEventSource.timerEventSource(options, this, this.timedOut);
      this.second = IOTimerEventSource.timerEventSource(options, this, this.secondTimedOut);
      if (add) yield* this.loop.addEventSource(this.timer);
      yield* this.loop.addEventSource(this.second);
    }
    *note(what) { yield* this.fired.set((yield* this.fired.get()) + what); }
    *timedOut(timer) {
      yield* this.note((yield* this.loop.inGate()) ? 'g' : '-');
      yield* this.note((yield* timer.onThread()) ? 't' : '-');
    }
    *secondTimedOut() { yield* this.note('2 '); }
    *readGated() { return yield* this.fired.get(); }
    *gated(method, ...args) { return yield* this.gate.runAction(method, ...args); }
    *setAndCancelGated() {
      yield* this.timer.setTimeout(10);
      return yield* this.timer.cancelTimeout();
    }
    *cancelGated() {
      yield* this.timer.cancelTimeout();
      return (yield* this.fired.get()).length;
    }
    *cancelUngated() {
      yield* this.timer.cancelTimeout();
      return (yield* this.gate.runAction(this.readGated)).length;
    }
    *setManyGated(times) {
      for (let i = 0; i < times; i++) yield* this.timer.setTimeout(10);
      yield* this.timer.cancelTimeout();
    }
    *setTwiceGated() {
      yield* this.timer.setTimeout(10);
      yield* this.timer.setTimeout(20);
    }
    *setBothGated(first, second) {
      yield* this.timer.setTimeout(first);
      yield* this.second.setTimeout(second);
    }
    *sleepUntil(ns) {
      const lock = IOLockAlloc();
      yield* IOLockLock(lock);
      yield* IOLockSleepDeadline(lock, this.passes, yield* clock_interval_to_deadline(ns), THREAD_UNINT);
      yield* IOLockUnlock(lock);
    }
    *now() { return yield* mach_absolute_time(); }
    *wake() { return yield* this.gate.runAction(this.wakeGated); }
    *wakeGated() { yield* this.gate.commandWakeup(this.event); }
  }
  class Sleeper extends Driver {
    readonly runs = cell(0);
    override *timedOut() {
      const run = (yield* this.runs.get()) + 1;
      yield* this.runs.set(run);
      yield* this.note('<');
      if (run === 1) {
        yield* this.timer.setTimeout(1);
        yield* this.gate.commandSleep(this.event, THREAD_UNINT);
      } else {
        yield* this.wakeGated();
      }
      yield* this.note('>');
    }
  }
  class Metronome extends Driver {
    override *timedOut(timer) { yield* timer.setTimeoutMS(10); }
  }`;

interface Given {
  readonly options?: string;
  readonly more?: string;
  readonly scenario?: string;
  readonly of?: string;
  readonly add?: boolean;
}
const timer = (
  threads: string,
  {
    options = 'kIOTimerEventSourceOptionsDefault',
    more = '',
    scenario = '',
    of = 'Driver',
    add = true,
  }: Given = {},
): Promise<readonly string[]> =>
  ends({
    driver,
    setup: `const d = new ${of}(); yield* d.start(${options}, ${add}); ${more}`,
    threads,
    watch: 'fired: d.fired',
    options: scenario,
  });
const onWorkLoop = { options: 'kIOTimerEventSourceOptionsPriorityWorkLoop' };
const anyTime = { scenario: "time: 'any'," };
const modes = [
  ['default', {}, 'g-'],
  ['WorkLoop', onWorkLoop, 'gt'],
] as const;

describe('IOTimerEventSource', () => {
  it.each([
    ['T01: a thread of the kernel, not the work loop’s, runs the action in the gate', {}, 'g-'],
    ['T02: the work loop’s thread runs the action of a WorkLoop timer', onWorkLoop, 'gt'],
  ] as const)('%s', async (_, given, how) => {
    expect(await timer('A: [() => d.timer.setTimeoutMS(5)]', given)).toEqual([`A: 0 | fired="${how}"`]);
    expect(await timer('A: [() => d.timer.setTimeoutMS(5)]', { ...given, ...anyTime })).toEqual([
      `A: 0 | fired="${how}"`,
    ]);
  });

  it.each(modes)('T04: never runs after it was canceled in the gate (%s)', async (_, mode, how) => {
    const now = 'A: [() => d.gated(d.setAndCancelGated)]';
    expect(await timer(now, { ...mode, ...anyTime })).toEqual(['A: undefined | fired=""']);
    // set before: the action has run whole before the cancel, or never runs
    const later = 'A: [() => d.timer.setTimeout(10), () => d.gated(d.cancelGated)]';
    expect(await timer(later, { ...mode, ...anyTime })).toEqual([
      'A: 0,0 | fired=""',
      `A: 0,2 | fired="${how}"`,
    ]);
  });

  it.each(modes)('T05: may run after it was canceled outside the gate (%s)', async (_, mode, how) => {
    const threads = 'A: [() => d.timer.setTimeout(10), () => d.timer.cancelTimeout(), () => d.fired.get()]';
    const outcomes = await ends({
      driver: driver.replace('readonly fired = cell', 'readonly fired = unsynchronized'),
      setup: `const d = new Driver(); yield* d.start(${mode === onWorkLoop ? onWorkLoop.options : 1});`,
      threads,
      watch: 'fired: d.fired',
      options: "time: 'any',",
    });
    expect(outcomes).toContain(`A: 0,undefined,"" | fired="${how}"`);
    expect(outcomes).toContain('A: 0,undefined,"" | fired=""');
  });

  it.each(modes)('T06: runs once when it is set twice in the gate (%s)', async (_, mode, how) => {
    expect(await timer('A: [() => d.gated(d.setTwiceGated)]', { ...mode, ...anyTime })).toEqual([
      `A: undefined | fired="${how}"`,
    ]);
  });

  it('T36: can lose both shots when two threads set it outside the gate', async () => {
    const threads = 'A: [() => d.timer.setTimeout(10)], B: [() => d.timer.setTimeout(20)]';
    const outcomes = await timer(threads, anyTime);
    expect(outcomes).toContain('A: 0 B: 0 | fired=""');
    expect(outcomes).toContain('A: 0 B: 0 | fired="g-"');
  });

  it('T07: remembers what a disabled timer is set to, and enable() arms it for that moment', async () => {
    const early =
      'A: [() => d.timer.disable(), () => d.timer.setTimeout(10), () => d.timer.enable(), () => d.sleepUntil(20), () => d.now()]';
    expect(await timer(early)).toEqual(['A: undefined,0,undefined,undefined,1000000020 | fired="g-"']);
    const late =
      'A: [() => d.timer.disable(), () => d.timer.setTimeout(10), () => d.sleepUntil(20), () => d.gated(d.readGated), () => d.timer.enable()]';
    expect(await timer(late)).toEqual(['A: undefined,0,undefined,"",undefined | fired="g-"']);
    expect(await timer('A: [() => d.timer.disable(), () => d.timer.setTimeout(10)]')).toEqual([
      'A: undefined,0 | fired=""',
    ]);
  });

  it.each(modes)(
    'T08: fires once more when it has fired and is disabled and enabled (%s)',
    async (_, mode, how) => {
      const threads =
        'A: [() => d.timer.setTimeout(10), () => d.sleepUntil(20), () => d.timer.disable(), () => d.timer.enable()]';
      expect(await timer(threads, mode)).toEqual([
        `A: 0,undefined,undefined,undefined | fired="${how}${how}"`,
      ]);
    },
  );

  it('T09: does not fire when it was canceled before it is enabled again', async () => {
    const threads =
      'A: [() => d.timer.setTimeout(10), () => d.timer.cancelTimeout(), () => d.timer.disable(), () => d.timer.enable()]';
    expect(await timer(threads)).toEqual(['A: 0,undefined,undefined,undefined | fired=""']);
  });

  it.each(modes)('T10: is armed when it is added, if it was set before (%s)', async (_, mode, how) => {
    const threads = 'A: [() => d.timer.setTimeout(10), () => d.loop.addEventSource(d.timer)]';
    expect(await timer(threads, { ...mode, add: false })).toEqual([`A: 0,0 | fired="${how}"`]);
    expect(await timer('A: [() => d.timer.setTimeout(10)]', { ...mode, add: false })).toEqual([
      'A: 0 | fired=""',
    ]);
  });

  it('T11: has nothing to do without an action', async () => {
    const more = 'd.bare = IOTimerEventSource.timerEventSource(d); yield* d.loop.addEventSource(d.bare);';
    const threads =
      'A: [() => d.bare.setTimeout(10), () => d.bare.wakeAtTime(10), () => d.bare.enable(), () => d.bare.isEnabled()]';
    expect(await timer(threads, { more })).toEqual(['A: -536870210,-536870210,undefined,false | fired=""']);
  });

  it('T12: leaves a pending shot alone when it is set to the moment 0', async () => {
    const threads = 'A: [() => d.timer.setTimeout(10), () => d.timer.wakeAtTime(0)]';
    expect(await timer(threads)).toEqual(['A: 0,0 | fired="g-"']);
  });

  it('T13: takes wakeAtTime for a time since boot, which has passed', async () => {
    const threads =
      'A: [() => d.timer.wakeAtTimeMS(100), () => d.sleepUntil(1), () => d.gated(d.readGated), () => d.now()]';
    expect(await timer(threads)).toEqual(['A: 0,undefined,"g-",1000000001 | fired="g-"']);
  });

  it.each([
    ['setTimeout(1000)', 1_000],
    ['setTimeout(2, kMicrosecondScale)', 2_000],
    ['setTimeout(kIOTimeOptionsWithLeeway, 300, 50)', 300],
    ['setTimeoutUS(3)', 3_000],
    ['setTimeoutMS(4)', 4_000_000],
    ['setTimeoutTicks(5)', 50_000_000],
    ['wakeAtTime(2_000_000_000)', 1_000_000_000],
    ['wakeAtTime(3, kSecondScale)', 2_000_000_000],
    ['wakeAtTime(kIOTimeOptionsContinuous, 1_000_000_500, 0)', 500],
    ['wakeAtTimeUS(1_000_007)', 7_000],
    ['wakeAtTimeMS(1_008)', 8_000_000],
    ['wakeAtTimeTicks(109)', 90_000_000],
  ])('T14: %s is %i ns from now', async (call, ns) => {
    const threads = `A: [() => d.timer.${call}], B: [() => d.sleepUntil(${ns - 1}), () => d.gated(d.readGated),
      () => d.sleepUntil(2), () => d.gated(d.readGated)]`;
    expect(await timer(threads)).toEqual(['A: 0 B: undefined,"",undefined,"g-" | fired="g-"']);
  });

  it('T16: does not enter the action again while it sleeps in the gate', async () => {
    const threads = 'A: [() => d.timer.setTimeout(1)], B: [() => d.sleepUntil(20), () => d.wake()]';
    expect(await timer(threads, { of: 'Sleeper' })).toEqual(['A: 0 B: undefined,undefined | fired="<><>"']);
  });

  it('T17: enters it again while it sleeps with AllowReenter', async () => {
    const options = 'kIOTimerEventSourceOptionsPriorityKernelHigh | kIOTimerEventSourceOptionsAllowReenter';
    expect(await timer('A: [() => d.timer.setTimeout(1)]', { of: 'Sleeper', options })).toEqual([
      'A: 0 | fired="<<>>"',
    ]);
  });

  it('T19: fires when it is released while it is armed: it holds on to itself', async () => {
    const threads =
      'A: [() => d.timer.setTimeout(10), () => d.timer.release(), () => d.loop.removeEventSource(d.second)]';
    expect(await timer(threads)).toEqual(['A: 0,undefined,0 | fired="g-"']);
  });

  it('gives its references back when it is canceled', async () => {
    const threads = `A: [() => d.timer.setTimeout(10), () => d.timer.cancelTimeout(),
      () => d.loop.removeEventSource(d.timer), () => d.timer.release(), () => d.timer.isEnabled()]`;
    expect(await timer(threads)).toEqual([expect.stringContaining('after it was freed')]);
  });

  it('T20: fires at once when it is removed, added and enabled after its time', async () => {
    const threads = `A: [() => d.timer.setTimeout(10), () => d.sleepUntil(20), () => d.loop.removeEventSource(d.timer),
      () => d.loop.addEventSource(d.timer), () => d.timer.isEnabled(), () => d.timer.enable()]`;
    expect(await timer(threads)).toEqual(['A: 0,undefined,0,0,false,undefined | fired="g-g-"']);
  });

  it.each(modes)(
    'T22: two timers of one moment run one after the other, in either order (%s)',
    async (_, mode, how) => {
      expect(await timer('A: [() => d.gated(d.setBothGated, 10, 10)]', mode)).toEqual(
        [`2 ${how}`, `${how}2 `].map((order) => `A: undefined | fired="${order}"`),
      );
    },
  );

  it('T22b: threads of the kernel may run two timers in the other order than their moments', async () => {
    expect(await timer('A: [() => d.gated(d.setBothGated, 10, 20)]', anyTime)).toEqual([
      'A: undefined | fired="2 g-"',
      'A: undefined | fired="g-2 "',
    ]);
  });

  it('T34: panics when it is set outside the gate while it is being removed', async () => {
    const threads = 'A: [() => d.timer.setTimeout(10)], B: [() => d.loop.removeEventSource(d.timer)]';
    expect(await timer(threads)).toEqual([
      expect.stringContaining('page fault: NULL read in IOTimerEventSource::wakeAtTime'),
    ]);
  });

  it('T34w: panics on the timer’s interrupt when the work loop is to run the action', async () => {
    const threads = 'A: [() => d.timer.setTimeout(10)], B: [() => d.loop.removeEventSource(d.timer)]';
    expect(await timer(threads, { ...onWorkLoop, ...anyTime })).toEqual([
      expect.stringContaining('page fault: NULL read in IOEventSource::signalWorkAvailable'),
    ]);
  });

  it('T38: keeps the work loop alive while it is armed', async () => {
    const threads = 'A: [() => d.timer.setTimeout(10), () => d.loop.release()]';
    expect(await timer(threads, anyTime)).toEqual(['A: 0,undefined | fired="g-"']);
  });

  it.each(modes)('sets itself again and again in finitely many states (%s)', async (_, mode) => {
    expect(await timer('A: [() => d.timer.setTimeoutMS(10)]', { ...mode, of: 'Metronome' })).toEqual([]);
  });

  it('is not made without an owner', async () => {
    const threads =
      'A: [function* () { return IOTimerEventSource.timerEventSource(null, d.timedOut) === null; }]';
    expect(await timer(threads)).toEqual(['A: true | fired=""']);
  });

  const reenters = 'kIOTimerEventSourceOptionsPriorityWorkLoop | kIOTimerEventSourceOptionsAllowReenter';
  it.each([
    ['with an unknown priority', '7', '0x7'],
    ['to re-enter the work loop’s thread', reenters, '0x1ff'],
  ])('is not made %s: an assertion says so where there are any', async (_, options, shown) => {
    const threads = `A: [function* () {
      return IOTimerEventSource.timerEventSource(${options}, d, d.timedOut) === null;
    }]`;
    const release = { scenario: "profile: { build: 'release' }," };
    expect(await timer(threads, release)).toEqual(['A: true | fired=""']);
    expect(await timer(threads)).toEqual([
      expect.stringMatching(`fails: panic: .*Assertion failed: func : IOTimerEventSource options ${shown}”`),
    ]);
  });

  it.each([2, 16, 17])('never takes an old shot for the last one, after %i settings', async (times) => {
    const threads = `A: [() => d.gated(d.setManyGated, ${times})]`;
    expect(await timer(threads, anyTime)).toEqual(['A: undefined | fired=""']);
  });

  it('panics in setup too', async () => {
    const more = 'IOTimerEventSource.timerEventSource(7, d, d.timedOut);';
    await expect(timer('A: [() => d.now()]', { more })).rejects.toThrow(
      'setup panics: “Assertion failed: func : IOTimerEventSource options 0x7”',
    );
  });

  it('takes a block for an action', async () => {
    const more =
      "d.block = IOTimerEventSource.timerEventSource(1, d, function* () { yield* d.note('b'); }); yield* d.loop.addEventSource(d.block);";
    expect(await timer('A: [() => d.block.setTimeout(1)]', { more })).toEqual(['A: 0 | fired="b"']);
  });

  it('panics when a WorkLoop timer is canceled at interrupt level, and nowhere else', async () => {
    const handler = `
      class Handler extends Driver {
        *cancel() { yield* this.timer.cancelTimeout(); return false; }
        *never() {}
        *listen(usb) {
          this.irq = IOFilterInterruptEventSource.filterInterruptEventSource(this, this.never, this.cancel, usb, 0);
          yield* this.loop.addEventSource(this.irq);
          yield* this.irq.enable();
        }
      }`;
    const canceled = (options: string): Promise<readonly string[]> =>
      ends({
        driver: driver + handler,
        setup: `const usb = new UsbDevice({ name: 'usb' }); const d = new Handler(); yield* d.start(${options}); yield* d.listen(usb);`,
        threads: 'A: [() => usb.submit(1)]',
      });
    expect(await canceled(onWorkLoop.options)).toEqual([
      expect.stringContaining('unsafe thread_call_cancel_wait'),
    ]);
    expect(await canceled('kIOTimerEventSourceOptionsDefault')).toEqual(['A: 1']);
  });
});
