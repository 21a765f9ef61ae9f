import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Box extends OSObject {
    readonly credits = semaphore_create(1);
    readonly value = cell(0);
    *use() {
      yield* semaphore_wait(this.credits);
      yield* this.value.set((yield* this.value.get()) + 1);
      yield* semaphore_signal(this.credits);
    }
    *take() { return yield* semaphore_wait(this.credits); }
    *try() { return yield* semaphore_timedwait(this.credits, 0); }
    *takeFor(ns) { return yield* semaphore_timedwait(this.credits, ns); }
    *give() { return yield* semaphore_signal(this.credits); }
    *destroy() { return yield* semaphore_destroy(this.credits); }
    *aborted() {
      yield* thread_abort_safely(yield* current_thread());
      return yield* this.take();
    }
  }`;
const box = (threads: string, watch = ''): Promise<readonly string[]> =>
  ends({ driver, setup: 'const box = new Box();', threads, watch });

describe('a Mach semaphore', () => {
  it('lets in as many as it counts', async () => {
    const threads = 'A: [() => box.use()], B: [() => box.use()], C: [() => box.use()]';
    expect(await box(threads, 'value: box.value')).toEqual([
      'A: undefined B: undefined C: undefined | value=3',
    ]);
  });

  it('keeps what is given while nobody waits', async () => {
    expect(await box('A: [() => box.give(), () => box.take(), () => box.take(), () => box.try()]')).toEqual([
      'A: 0,0,0,49',
    ]);
  });

  it('gives to who waits', async () => {
    const threads =
      "A: [() => box.take(), () => box.take()], B: [when(asleep('A'), () => box.give()), () => box.try()]";
    expect(await box(threads)).toEqual(['A: 0,0 B: 0,49']);
  });

  it('waits no longer than it is told to', async () => {
    expect(await box('A: [() => box.take(), () => box.takeFor(5)]')).toEqual(['A: 0,49']);
  });

  it('says that the wait was aborted, and can be used again', async () => {
    expect(
      await box('A: [() => box.take(), () => box.aborted(), () => box.give(), () => box.try()]'),
    ).toEqual(['A: 0,14,0,0']);
  });

  it('sends waiters home when it is destroyed', async () => {
    expect(
      await box("A: [() => box.take(), () => box.take()], B: [when(asleep('A'), () => box.destroy())]"),
    ).toEqual(['A: 0,37 B: 0']);
  });
});
