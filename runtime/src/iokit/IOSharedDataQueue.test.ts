import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Pipe extends OSObject {
    readonly available = semaphore_create(0);
    readonly data = cell(0);
    readonly size = cell(4);
    constructor(queue) { super(); this.queue = queue; }
    *put(...items) {
      const results = [];
      for (let i = 0; i < items.length; i++) results.push(yield* this.queue.enqueue(items[i], 4));
      return results;
    }
    *take() {
      yield* this.size.set(4);
      return (yield* this.queue.dequeue(this.data, this.size)) ? yield* this.data.get() : null;
    }
    *takeAll(count) {
      const taken = [];
      while (taken.length < count) {
        const item = yield* this.take();
        if (item === null) yield* semaphore_wait(this.available);
        else taken.push(item);
      }
      return taken;
    }
    *putAll(...items) {
      for (let i = 0; i < items.length; i++) {
        while (!(yield* this.queue.enqueue(items[i], 4))) ;
      }
    }
    *room() {
      yield* this.size.set(3);
      const tooSmall = yield* this.queue.dequeue(this.data, this.size);
      return [tooSmall, yield* this.queue.dequeue(this.data, null), yield* this.queue.dequeue(null, null)];
    }
    *peek() {
      const entry = yield* this.queue.peek();
      return entry && entry.size + ' ' + entry.data;
    }
    *lengths() {
      yield* this.queue.enqueue('long', 10);
      yield* this.queue.enqueue('', 0);
      const first = yield* this.peek();
      yield* this.queue.dequeue(null, null);
      return [first, yield* this.peek()];
    }
  }`;
const pipe = (threads: string, make = 'IOSharedDataQueue.withEntries(2, 4)'): Promise<readonly string[]> =>
  ends({
    driver,
    setup: `const pipe = new Pipe(${make}); yield* pipe.queue.setNotificationPort(pipe.available);`,
    threads,
  });

describe('IOSharedDataQueue', () => {
  it('refuses an entry that it has no room for', async () => {
    expect(
      await pipe(
        "A: [() => pipe.put('a', 'b', 'c'), () => pipe.take(), () => pipe.take(), () => pipe.take()]",
      ),
    ).toEqual(['A: [true,true,false],"a","b",null']);
  });

  it('wraps around, and its tail never catches up with its head', async () => {
    const threads = `A: [() => pipe.put('a', 'b'), () => pipe.take(), () => pipe.put('c'), () => pipe.take(),
      () => pipe.put('d'), () => pipe.take(), () => pipe.take()]`;
    expect(await pipe(threads)).toEqual(['A: [true,true],"a",[false],"b",[true],"d",null']);
  });

  it('keeps its tail from the head behind which it has wrapped around', async () => {
    const threads = `A: [() => pipe.put('a', 'b', 'c'), () => pipe.take(), () => pipe.take(), () => pipe.put('d', 'e'),
      () => pipe.take(), () => pipe.take(), () => pipe.take()]`;
    expect(await pipe(threads, 'IOSharedDataQueue.withEntries(3, 4)')).toEqual([
      'A: [true,true,true],"a","b",[true,false],"c","d",null',
    ]);
  });

  it('puts at the beginning what does not fit at the end', async () => {
    const threads = `A: [() => pipe.put('a', 'b'), () => pipe.take(), () => pipe.put('c'), () => pipe.take(),
      () => pipe.put('d'), () => pipe.take(), () => pipe.take()]`;
    expect(await pipe(threads, 'IOSharedDataQueue.withCapacity(22)')).toEqual([
      'A: [true,true],"a",[false],"b",[true],"d",null',
    ]);
    expect(await pipe(threads, 'IOSharedDataQueue.withCapacity(18)')).toEqual([
      'A: [true,true],"a",[false],"b",[true],"d",null',
    ]);
  });

  it('keeps an entry that the consumer has no room for, and drops one that he does not want', async () => {
    expect(await pipe("A: [() => pipe.put('a'), () => pipe.room(), () => pipe.take()]")).toEqual([
      'A: [true],[false,false,true],null',
    ]);
  });

  it('shows the first entry without taking it, whatever its size', async () => {
    expect(
      await pipe('A: [() => pipe.peek(), () => pipe.lengths()]', 'IOSharedDataQueue.withCapacity(20)'),
    ).toEqual(['A: null,["10 long","0 undefined"]']);
  });

  it('gives one consumer what one producer sends, in order, with no lock, no race and no missed notification', async () => {
    const threads = "A: [() => pipe.putAll('a', 'b', 'c')], B: [() => pipe.takeAll(3)]";
    expect(await pipe(threads)).toEqual(['A: undefined B: ["a","b","c"]']);
  });

  it('can have its consumer elsewhere: then it only takes entries', async () => {
    const put = "A: [() => pipe.put('a', 'b', 'c'), () => semaphore_timedwait(pipe.available, 0)]";
    expect(await pipe(put, 'IODataQueue.withEntries(2, 4)')).toEqual(['A: [true,true,false],0']);
    expect(await pipe(put, 'IODataQueue.withCapacity(8)')).toEqual(['A: [true,false,false],0']);
  });

  it('needs its second look at the head: without it a notification is missed', async () => {
    const forgetful = driver.replace(
      'class Pipe',
      `class Forgetful extends IOSharedDataQueue {
        *enqueue(data, dataSize) {
          const wasEmpty = (yield* this.head.get()) === (yield* this.tail.get());
          yield* this.write(yield* this.tail.get(), data, dataSize);
          yield* this.tail.set((yield* this.tail.get()) + dataSize + 4);
          if (wasEmpty) yield* this.sendDataAvailableNotification();
          return true;
        }
      }
      class Pipe`,
    );
    const outcomes = await ends({
      driver: forgetful,
      setup:
        'const pipe = new Pipe(new Forgetful(32)); yield* pipe.queue.setNotificationPort(pipe.available);',
      threads: "A: [() => pipe.put('a', 'b')], B: [() => pipe.takeAll(2)]",
    });
    expect(outcomes).toEqual([expect.stringContaining('B sleeps forever')]);
  });
});
