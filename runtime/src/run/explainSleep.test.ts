import { describe, expect, it } from 'vitest';
import { explored } from '../../testing/explored.ts';

const driver = `
  class Box extends OSObject {
    readonly lock = IOLockAlloc();
    readonly full = cell(0);
    *take() {
      yield* IOLockLock(this.lock);
      while ((yield* this.full.get()) === 0) yield* IOLockSleep(this.lock, this.full, THREAD_UNINT);
      yield* this.full.set((yield* this.full.get()) - 1);
      yield* IOLockUnlock(this.lock);
    }
    *takeOnce() {
      yield* IOLockLock(this.lock);
      yield* IOLockSleep(this.lock, this.full, THREAD_UNINT);
      yield* IOLockUnlock(this.lock);
    }
    *put(count) {
      yield* IOLockLock(this.lock);
      yield* this.full.set((yield* this.full.get()) + count);
      yield* IOLockUnlock(this.lock);
    }
    *wakeAndTake() {
      yield* this.wake();
      yield* this.take();
    }
    *wake() { yield* IOLockWakeup(this.lock, this.full, true); }
  }`;
const box = async (threads: string): Promise<readonly (string | undefined)[]> => {
  const { failure } = await explored({ driver, setup: 'const box = new Box();', threads });
  return [failure?.kind, failure?.summary.en.replace(/ at test.ts:\d+,/, ''), failure?.summary['zh-Hans']];
};

describe('why a sleeper sleeps on', () => {
  it('is a lost wakeup when it came before the sleeper slept', async () => {
    const [kind, en] = await box('A: [() => box.takeOnce()], B: [() => box.wake()]');
    expect([kind, en]).toEqual([
      'lost-wakeup',
      expect.stringContaining('the wakeup came when it was not asleep. (lost wakeup)'),
    ]);
  });

  it('is a lost wakeup when it went to another', async () => {
    const put = "B: [when(asleep('A', 'C'), () => box.put(2)), () => box.wake()]";
    const [kind, en, zh] = await box(`A: [() => box.take()], C: [() => box.take()], ${put}`);
    expect([kind, en]).toEqual([
      'lost-wakeup',
      expect.stringMatching(/([AC]) sleeps forever .*: the wakeup went to (?!\1)[AC]\. \(lost wakeup\)/),
    ]);
    expect(zh).toMatch(/那次唤醒叫醒的却是 [AC]。（唤醒丢失）/);
  });

  it('is that nobody wakes it, when it waits for nothing or nobody says that it has come', async () => {
    const never = ['waits-forever', expect.stringContaining('nobody is left to wake it')];
    expect((await box('A: [() => box.takeOnce()]')).slice(0, 2)).toEqual(never);
    expect((await box('A: [() => box.take()], B: [() => box.put(1)]')).slice(0, 2)).toEqual(never);
  });

  it('does not blame a wakeup that came before the sleeper looked for the last time', async () => {
    const [kind] = await box('A: [() => box.wakeAndTake()]');
    expect(kind).toBe('waits-forever');
  });
});
