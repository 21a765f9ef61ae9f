import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Box extends OSObject {
    readonly spinLock = IOSimpleLockAlloc();
    readonly lock = IOLockAlloc();
    readonly count = cell(0);
    *add() {
      yield* IOSimpleLockLock(this.spinLock);
      yield* this.count.set((yield* this.count.get()) + 1);
      yield* IOSimpleLockUnlock(this.spinLock);
    }
    *tryAdd() {
      if (!(yield* IOSimpleLockTryLock(this.spinLock))) return false;
      yield* this.count.set((yield* this.count.get()) + 1);
      yield* IOSimpleLockUnlock(this.spinLock);
      return true;
    }
    *addMasked() {
      const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.spinLock);
      yield* this.count.set((yield* this.count.get()) + 1);
      yield* IOSimpleLockUnlockEnableInterrupt(this.spinLock, interrupts);
      return interrupts;
    }
    *twice() {
      yield* IOSimpleLockLock(this.spinLock);
      yield* IOSimpleLockLock(this.spinLock);
    }
    *unlock() { yield* IOSimpleLockUnlock(this.spinLock); }
    *free() { yield* IOSimpleLockFree(this.spinLock); }
    *lockInside() {
      yield* IOSimpleLockLock(this.spinLock);
      yield* IOLockLock(this.lock);
    }
    *sleepInside() {
      yield* IOLockLock(this.lock);
      yield* IOSimpleLockLock(this.spinLock);
      yield* IOLockSleep(this.lock, this.count, THREAD_UNINT);
    }
  }`;
const box = (threads: string): Promise<readonly string[]> =>
  ends({ driver, setup: 'const box = new Box();', threads, watch: 'count: box.count' });

describe('IOSimpleLock', () => {
  it('lets one in at a time', async () => {
    expect(await box('A: [() => box.add()], B: [() => box.add()], C: [() => box.addMasked()]')).toEqual([
      'A: undefined B: undefined C: true | count=3',
    ]);
  });

  it('may be tried', async () => {
    expect(await box('A: [() => box.add()], B: [() => box.tryAdd()]')).toEqual([
      'A: undefined B: false | count=1',
      'A: undefined B: true | count=2',
    ]);
  });

  it('deadlocks when its holder takes it again', async () => {
    expect(await box('A: [() => box.twice()]')).toEqual([expect.stringMatching(/^fails: deadlock: .*A/)]);
  });

  it('L21: panics when a mutex is taken inside', async () => {
    expect(await box('A: [() => box.lockInside()]')).toEqual([
      expect.stringContaining('Attempt to take mutex with preemption disabled'),
    ]);
  });

  it('panics when its holder sleeps', async () => {
    expect(await box('A: [() => box.sleepInside()]')).toEqual([
      expect.stringContaining('blocking while holding a spinlock'),
    ]);
  });

  it('panics when who does not hold it gives it back', async () => {
    expect(await box('A: [() => box.unlock()]')).toEqual([expect.stringContaining('not owned')]);
  });

  it('panics when it is destroyed while it is held, or used afterwards', async () => {
    expect(await box('A: [() => box.free(), () => box.add()]')).toEqual([
      expect.stringMatching(/^fails: panic: /),
    ]);
  });
});
