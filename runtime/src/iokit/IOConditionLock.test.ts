import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  const kEmpty = 0, kFull = 1;
  class Box extends OSObject {
    readonly item = cell(0);
    constructor(interruptible) {
      super();
      this.lock = IOConditionLock.withCondition(kEmpty, interruptible);
    }
    *put(item) {
      yield* this.lock.lockWhen(kEmpty);
      yield* this.item.set(item);
      yield* this.lock.unlockWith(kFull);
    }
    *take() {
      const result = yield* this.lock.lockWhen(kFull);
      if (result !== THREAD_AWAKENED) return 'gave up';
      const item = yield* this.item.get();
      yield* this.lock.unlockWith(kEmpty);
      return item;
    }
    *hold() {
      yield* this.lock.lock();
      yield* this.item.set((yield* this.item.get()) + 1);
      yield* this.lock.unlock();
    }
    *setInside() {
      yield* this.lock.lock();
      const old = yield* this.lock.setCondition(kFull);
      yield* this.lock.unlock();
      return old;
    }
    *terminated() {
      yield* thread_terminate(yield* current_thread());
      return yield* this.take();
    }
    *tries() { return [yield* this.lock.tryLock(), yield* this.lock.tryLock(), this.lock.getInterruptible()]; }
  }`;
const box = (threads: string, setup = 'const box = new Box(true);', watch = ''): Promise<readonly string[]> =>
  ends({ driver, setup, threads, watch });

describe('IOConditionLock', () => {
  it('keeps its owner alone', async () => {
    const threads = 'A: [() => box.hold()], B: [() => box.hold()]';
    expect(await box(threads, undefined, 'item: box.item')).toEqual(['A: undefined B: undefined | item=2']);
  });

  it('gives the lock to who asks for a value when the condition has it', async () => {
    expect(await box('A: [() => box.put(5)], B: [() => box.take()]')).toEqual(['A: undefined B: 5']);
    expect(
      await box('A: [() => box.put(5), () => box.put(6)], B: [() => box.take(), () => box.take()]'),
    ).toEqual(['A: undefined,undefined B: 5,6']);
  });

  it('waits for a value that never comes', async () => {
    expect(await box('A: [() => box.take()]')).toEqual([expect.stringContaining('fails: waits-forever')]);
  });

  it('can lose the wakeup of setCondition, with the lock or without, and none of unlockWith', async () => {
    const lost = [expect.stringMatching(/fails: lost-wakeup: .*condition/)];
    expect(await box('A: [() => box.lock.setCondition(1)], B: [() => box.take()]')).toEqual(lost);
    expect(await box('A: [() => box.setInside()], B: [() => box.take()]')).toEqual(lost);
    expect(await box('A: [() => box.put(0)], B: [() => box.take()]')).toEqual(['A: undefined B: 0']);
  });

  it('says what it was when the condition is set', async () => {
    expect(await box('A: [() => box.setInside(), () => box.lock.getCondition(), () => box.take()]')).toEqual([
      'A: 0,1,0',
    ]);
  });

  it('gives up when a terminated thread waits interruptibly, and only then', async () => {
    expect(await box('A: [() => box.terminated()]')).toEqual(['A: "gave up"']);
    expect(await box('A: [() => box.terminated()]', 'const box = new Box(false);')).toEqual([
      expect.stringContaining('fails: waits-forever'),
    ]);
  });

  it('can be tried', async () => {
    expect(await box('A: [() => box.tries()]')).toEqual(['A: [true,false,true]']);
  });

  it('frees its mutexes', async () => {
    expect(await box('A: [() => box.lock.release()]')).toEqual(['A: undefined']);
  });
});
