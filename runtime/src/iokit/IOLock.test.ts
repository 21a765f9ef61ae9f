import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Box extends OSObject {
    readonly lock = IOLockAlloc();
    readonly other = IOLockAlloc();
    readonly ready = cell(false);
    readonly order = cell('');

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
    expect(await box('A: [() => box.unlock()]')).toEqual([expect.stringContaining('not owned')]);
  });

  it('L07: forgets a wakeup that finds nobody, so that the sleeper sleeps on', async () => {
    expect(await box('A: [() => box.wakeup(), () => box.sleep()]')).toEqual([
      expect.stringContaining('sleeps forever'),
    ]);
  });

  it('L08: loses no wakeup when the flag is tested and set under the lock', async () => {
    expect(await box('A: [() => box.wait()], B: [() => box.announce()]')).toEqual(['A: true B: undefined']);
  });

  it('L11: wakes all sleepers when told so', async () => {
    const threads =
      "A: [() => box.sleep()], B: [() => box.sleep()], C: [() => box.sleep()], D: [when(asleep('A', 'B', 'C'), () => box.wakeAll())]";
    expect(await box(threads)).toEqual(['A: 0 B: 0 C: 0 D: undefined']);
  });

  it('L10: wakes one sleeper when told so, and leaves the other asleep', async () => {
    const threads =
      "A: [() => box.sleep()], B: [() => box.sleep()], D: [when(asleep('A', 'B'), () => box.wakeup())]";
    expect(await box(threads)).toEqual([expect.stringContaining('sleeps forever')]);
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

  it('L17: interrupts one THREAD_ABORTSAFE sleep of an aborted thread', async () => {
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

  it('L23: panics when it is destroyed while a thread holds it or waits for it', async () => {
    expect(await box('A: [() => box.hold()], B: [() => box.free()]')).toEqual([
      expect.stringMatching(/fails: panic: .*(Mutex to destroy|Invalid\/destroyed)/),
    ]);
  });
});
