import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Box extends OSObject {
    readonly lock = IOLockAlloc();
    readonly other = IOLockAlloc();
    readonly ready = cell(false);
    readonly order = cell('');
    readonly sleeper = unsynchronized(null);

    *lockTwice() {
      yield* IOLockLock(this.lock);
      yield* IOLockLock(this.lock);
    }
    *unlock() { yield* IOLockUnlock(this.lock); }
    *free() { yield* IOLockFree(this.lock); }
    *wakeup() { yield* IOLockWakeup(this.lock, this.ready, true); }
    *wakeAll() { yield* IOLockWakeup(this.lock, this.ready, false); }
    *sleep(how = THREAD_UNINT, deadline = 0) {
      yield* IOLockLock(this.lock);
      const why = yield* IOLockSleepDeadline(this.lock, this.ready, deadline, how);
      yield* this.note(why);
      yield* IOLockUnlock(this.lock);
      return why;
    }
    *sleepUnderOther() {
      yield* IOLockLock(this.other);
      const why = yield* IOLockSleep(this.other, this.ready, THREAD_UNINT);
      yield* IOLockUnlock(this.other);
      return why;
    }
    *note(why) {
      yield* this.order.set((yield* this.order.get()) + why);
    }
    *wait() {
      yield* IOLockLock(this.lock);
      while (!(yield* this.ready.get())) yield* IOLockSleep(this.lock, this.ready, THREAD_UNINT);
      yield* IOLockUnlock(this.lock);
      return true;
    }
    *announce() {
      yield* IOLockLock(this.lock);
      yield* this.ready.set(true);
      yield* IOLockWakeup(this.lock, this.ready, true);
      yield* IOLockUnlock(this.lock);
    }
    *wait2() {
      const self = yield* current_thread();
      yield* thread_abort_safely(self);
      yield* IOLockLock(this.lock);
      const why = yield* IOLockSleep(this.lock, this.ready, THREAD_ABORTSAFE);
      yield* IOLockUnlock(this.lock);
      return why;
    }
    *hold() {
      yield* IOLockLock(this.lock);
      yield* this.ready.get();
      yield* IOLockUnlock(this.lock);
    }
    *sleepHolding() {
      yield* IOLockLock(this.lock);
      yield* IOLockLock(this.other);
      yield* IOLockSleep(this.other, this.ready, THREAD_UNINT);
      yield* IOLockUnlock(this.other);
      yield* IOLockUnlock(this.lock);
    }
    *holdAsleep() {
      yield* IOLockLock(this.lock);
      yield* IOLockLock(this.other);
      yield* IOLockSleep(this.other, this.ready, THREAD_UNINT);
    }
    *sleepAs(name) {
      yield* IOLockLock(this.lock);
      const why = yield* IOLockSleep(this.lock, this.ready, THREAD_UNINT);
      yield* this.note(name);
      yield* IOLockUnlock(this.lock);
      return why;
    }
    *sleepKnown(how) {
      yield* this.sleeper.set(yield* current_thread());
      return yield* this.sleep(how);
    }
    *signal() { yield* thread_abort_safely(yield* this.sleeper.get()); }
    *terminate() { yield* thread_terminate(yield* this.sleeper.get()); }
    *spinWhenTerminated() {
      yield* thread_terminate(yield* current_thread());
      yield* IOLockLock(this.lock);
      while (!(yield* this.ready.get())) yield* IOLockSleep(this.lock, this.ready, THREAD_ABORTSAFE);
      yield* IOLockUnlock(this.lock);
    }
  }`;
const setup = 'const box = new Box();';
const box = (threads: string, options = ''): Promise<readonly string[]> =>
  ends({ driver, setup, threads, options });

describe('IOLock', () => {
  it('L01: panics when its owner takes it again', async () => {
    expect(await box('A: [() => box.lockTwice()]')).toEqual([
      expect.stringContaining('Mutex is unexpectedly owned by thread'),
    ]);
  });

  it('L02: panics when a thread that does not own it gives it back', async () => {
    const panics = [expect.stringMatching(/fails: panic: .*not owned/)];
    expect(await box('A: [() => box.unlock()]')).toEqual(panics);
    expect(await box("A: [when(asleep('B'), () => box.unlock())], B: [() => box.holdAsleep()]")).toEqual(
      panics,
    );
  });

  it('can be tried, and is taken only if nobody has it', async () => {
    expect(await box('A: [() => IOLockTryLock(box.lock), () => box.unlock()]')).toEqual([
      'A: true,undefined',
    ]);
    const threads = `A: [when(asleep('B'), () => IOLockTryLock(box.lock)), () => box.wakeup()],
      B: [() => box.sleepHolding()]`;
    expect(await box(threads)).toEqual(['A: false,undefined B: undefined']);
  });

  it('L07: forgets a wakeup that finds nobody, so that the sleeper sleeps on', async () => {
    expect(await box('A: [() => box.wakeup(), () => box.sleep()]')).toEqual([
      expect.stringContaining('sleeps forever'),
    ]);
  });

  it('L08: loses no wakeup when the flag is tested and set under the lock', async () => {
    expect(await box('A: [() => box.wait()], B: [() => box.announce()]')).toEqual(['A: true B: undefined']);
  });

  it('L11: wakes all sleepers when told so, and they take the lock again in any order', async () => {
    const threads = `A: [() => box.sleepAs('a')], B: [() => box.sleepAs('b')], C: [() => box.sleepAs('c')],
      D: [when(asleep('A', 'B', 'C'), () => box.wakeAll())]`;
    const orders = ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'];
    expect(await ends({ driver, setup, threads, watch: 'order: box.order' })).toEqual(
      orders.map((order) => `A: 0 B: 0 C: 0 D: undefined | order="${order}"`),
    );
  });

  it('L10: wakes the one that sleeps longest, of three, and leaves the others asleep', async () => {
    const threads = `A: [() => box.sleep(), when(asleep('B', 'C'), () => box.wakeAll())],
      B: [when(asleep('A'), () => box.sleep())], C: [when(asleep('A', 'B'), () => box.sleep())],
      D: [when(asleep('A', 'B', 'C'), () => box.wakeup())]`;
    expect(await box(threads, "wakeOrder: 'fifo',")).toEqual(['A: 0,undefined B: 0 C: 0 D: undefined']);
    expect(await box(threads, "wakeOrder: 'any',")).toEqual([expect.stringContaining('A sleeps forever')]);
  });

  it('L13: takes the deadline 0 for never', async () => {
    expect(await box('A: [() => box.sleep(THREAD_UNINT, 0)]')).toEqual([
      expect.stringContaining('sleeps forever'),
    ]);
  });

  it('times out at once when the deadline has passed', async () => {
    expect(await box('A: [() => box.sleep(THREAD_UNINT, 1)]')).toEqual(['A: 1']);
  });

  it('L14: may wake and may time out when both come at the same moment', async () => {
    const threads = 'A: [() => box.sleep(THREAD_UNINT, 2_000_000_000)], B: [() => box.wakeup()]';
    expect(await box(threads, "time: 'any',")).toEqual(['A: 0 B: undefined', 'A: 1 B: undefined']);
  });

  it('L16: keeps a THREAD_INTERRUPTIBLE sleeper asleep on a signal, and interrupts it on termination', async () => {
    const threads =
      "A: [() => box.sleepKnown(THREAD_INTERRUPTIBLE)], B: [when(asleep('A'), () => box.signal())]";
    expect(await box(threads)).toEqual([expect.stringContaining('A sleeps forever')]);
    expect(await box(threads.replace('signal', 'terminate'))).toEqual(['A: 2 B: undefined']);
  });

  it('L17: interrupts one THREAD_ABORTSAFE sleep on a signal, and the next is normal', async () => {
    const threads = `A: [() => box.sleepKnown(THREAD_ABORTSAFE), () => box.sleepKnown(THREAD_ABORTSAFE)],
      B: [when(asleep('A'), () => box.signal()), when(asleep('A'), () => box.wakeup())]`;
    expect(await box(threads)).toEqual(['A: 2,0 B: undefined,undefined']);
    expect(await box('A: [() => box.wait2()]')).toEqual(['A: 2']);
  });

  it('L19: spins for ever, holding the lock, when a terminated thread ignores the interruption', async () => {
    expect(await box('A: [() => box.spinWhenTerminated()]')).toEqual([
      expect.stringContaining('fails: spins-forever'),
    ]);
  });

  it('L20: wakes sleepers of one address whatever lock they sleep under', async () => {
    const threads =
      "A: [() => box.sleep()], B: [() => box.sleepUnderOther()], C: [when(asleep('A', 'B'), () => box.wakeAll())]";
    expect(await box(threads)).toEqual(['A: 0 B: 0 C: undefined']);
  });

  it('is not looked at when a thread that is aborted already would sleep with it', async () => {
    const threads = `A: [function* () {
      yield* thread_terminate(yield* current_thread());
      return yield* IOLockSleep(box.lock, box.ready, THREAD_INTERRUPTIBLE);
    }]`;
    expect(await box(threads)).toEqual(['A: 2']);
  });

  it('says of NO_EVENT which function was called with it', async () => {
    const sleeping = (call: string) =>
      box(`A: [function* () { yield* IOLockLock(box.lock); yield* ${call}; }]`);
    expect(await sleeping('IOLockSleep(box.lock, null, THREAD_UNINT)')).toEqual([
      expect.stringContaining('assert_wait() called with NO_EVENT'),
    ]);
    expect(await sleeping('IOLockSleepDeadline(box.lock, null, 0, THREAD_UNINT)')).toEqual([
      expect.stringContaining('assert_wait_deadline() called with NO_EVENT'),
    ]);
  });

  it('may be tried by an interrupt handler: XNU checks only who might wait', async () => {
    const more = `const usb = new UsbDevice({ name: 'usb' });
      yield* usb.registerInterrupt(0, box, box.tryAndUnlock);
      yield* usb.enableInterrupt(0);`;
    const trying = driver.replace(
      '*unlock() {',
      '*tryAndUnlock() { if (yield* IOLockTryLock(this.lock)) yield* this.unlock(); } *unlock() {',
    );
    const threads = 'A: [() => usb.submit(1)], B: [() => box.hold()]';
    expect(await ends({ driver: trying, setup: setup + more, threads })).toEqual(['A: 1 B: undefined']);
  });

  it('L22: panics when an interrupt handler takes it', async () => {
    const more = `const usb = new UsbDevice({ name: 'usb' });
      yield* usb.registerInterrupt(0, box, box.hold);
      yield* usb.enableInterrupt(0);`;
    expect(await ends({ driver, setup: setup + more, threads: 'A: [() => usb.submit(1)]' })).toEqual([
      expect.stringMatching(/fails: panic: .*IRQ context/),
    ]);
  });

  it('L23: panics when it is destroyed while a thread holds it or waits for it', async () => {
    expect(await box('A: [() => box.hold()], B: [() => box.free()]')).toEqual([
      expect.stringMatching(/fails: panic: .*(Mutex to destroy|Invalid\/destroyed)/),
    ]);
  });
});
