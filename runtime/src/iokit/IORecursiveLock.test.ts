import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Box extends OSObject {
    readonly lock = IORecursiveLockAlloc();
    readonly other = IOLockAlloc();
    readonly event = cell(0);
    *lockTimes(times) { for (let i = 0; i < times; i++) yield* IORecursiveLockLock(this.lock); }
    *unlockTimes(times) { for (let i = 0; i < times; i++) yield* IORecursiveLockUnlock(this.lock); }
    *keep(times) {
      yield* this.lockTimes(3);
      yield* this.unlockTimes(times);
      return yield* IORecursiveLockHaveLock(this.lock);
    }
    *tryLock() { return yield* IORecursiveLockTryLock(this.lock); }
    *tryOwn() {
      yield* this.lockTimes(1);
      const taken = yield* this.tryLock();
      yield* this.unlockTimes(2);
      return taken + ' ' + (yield* IORecursiveLockHaveLock(this.lock));
    }
    *sleep() {
      yield* this.lockTimes(3);
      while ((yield* this.event.get()) === 0) yield* IORecursiveLockSleep(this.lock, this.event, THREAD_UNINT);
      yield* this.unlockTimes(2);
      const held = yield* IORecursiveLockHaveLock(this.lock);
      yield* this.unlockTimes(1);
      return held + ' ' + (yield* IORecursiveLockHaveLock(this.lock));
    }
    *sleepUntil(deadline) {
      yield* this.lockTimes(2);
      const why = yield* IORecursiveLockSleepDeadline(this.lock, this.event, deadline, THREAD_UNINT);
      yield* this.unlockTimes(1);
      const held = yield* IORecursiveLockHaveLock(this.lock);
      yield* this.unlockTimes(1);
      return why + ' ' + held + ' ' + (yield* IORecursiveLockHaveLock(this.lock));
    }
    *pause() {
      yield* IOLockLock(this.other);
      yield* IOLockSleep(this.other, this.event, THREAD_UNINT);
      yield* IOLockUnlock(this.other);
    }
    *resume() { yield* IOLockWakeup(this.other, this.event, false); }
    *wake() {
      yield* this.lockTimes(1);
      yield* this.event.set(1);
      yield* IORecursiveLockWakeup(this.lock, this.event, false);
      yield* this.unlockTimes(1);
    }
  }`;
const box = (threads: string): Promise<readonly string[]> =>
  ends({ driver, setup: 'const box = new Box();', threads });

describe('IORecursiveLock', () => {
  it('L04: is free for others only when every level is given back', async () => {
    expect(await box('A: [() => box.keep(2)], B: [() => box.lockTimes(1)]')).toEqual([
      expect.stringContaining('fails: starved'),
    ]);
    const all = 'A: [() => box.keep(3)], B: [() => box.lockTimes(1), () => box.unlockTimes(1)]';
    expect(await box(all)).toEqual(['A: false B: undefined,undefined']);
  });

  it('L04: cannot be had by another thread’s try before its owner has given back the third level', async () => {
    const trying = (unlocked: number): string => `
      A: [() => box.lockTimes(3), () => box.unlockTimes(${unlocked}), () => box.pause()],
      B: [when(asleep('A'), () => box.tryLock()), () => box.resume()]`;
    const end = (taken: boolean): string[] => [`A: undefined,undefined,undefined B: ${taken},undefined`];
    expect(await box(trying(2))).toEqual(end(false));
    expect(await box(trying(3))).toEqual(end(true));
  });

  it('L25: lets its owner try it with success', async () => {
    expect(await box('A: [() => box.tryOwn()]')).toEqual(['A: "true false"']);
  });

  it('L05: gives back all levels while its owner sleeps, and takes them all again', async () => {
    expect(await box('A: [() => box.sleep()], B: [() => box.wake()]')).toEqual([
      'A: "true false" B: undefined',
    ]);
  });

  it('sleeps no longer than a deadline, and has all its levels again', async () => {
    expect(await box('A: [() => box.sleepUntil(5_000_000_000)]')).toEqual(['A: "1 true false"']);
  });

  it('is destroyed when nobody holds it, and panics when somebody does', async () => {
    expect(await box('A: [() => IORecursiveLockFree(box.lock)]')).toEqual(['A: undefined']);
    expect(await box('A: [() => box.lockTimes(1), () => IORecursiveLockFree(box.lock)]')).toEqual([
      expect.stringContaining('fails: panic'),
    ]);
  });

  it('panics when a thread that does not own it gives it back', async () => {
    const notSelf = [expect.stringContaining('Assertion failed: lock->thread == IOThreadSelf()')];
    expect(await box('A: [() => box.unlockTimes(1)]')).toEqual(notSelf);
  });

  it('is taken again inside a spin lock: one level more touches no mutex', async () => {
    const threads = `A: [function* () {
      const spin = IOSimpleLockAlloc();
      yield* IORecursiveLockLock(box.lock);
      yield* IOSimpleLockLock(spin);
      yield* IORecursiveLockLock(box.lock);
      yield* IOSimpleLockUnlock(spin);
      yield* box.unlockTimes(2);
    }]`;
    expect(await box(threads)).toEqual(['A: undefined']);
  });

  it('says of NO_EVENT which function was called with it', async () => {
    const sleeping = (call: string) => box(`A: [function* () { yield* box.lockTimes(1); yield* ${call}; }]`);
    expect(await sleeping('IORecursiveLockSleep(box.lock, null, THREAD_UNINT)')).toEqual([
      expect.stringContaining('assert_wait() called with NO_EVENT'),
    ]);
    expect(await sleeping('IORecursiveLockSleepDeadline(box.lock, null, 5, THREAD_UNINT)')).toEqual([
      expect.stringContaining('assert_wait_deadline() called with NO_EVENT'),
    ]);
  });
});
