import { describe, expect, it } from 'vitest';
import { ends, explored } from '../../testing/explored.ts';

const driver = `
  class Table extends OSObject {
    readonly lock = IORWLockAlloc();
    readonly value = cell(0);
    readonly inside = unsynchronized(0);
    *read() {
      yield* IORWLockRead(this.lock);
      const value = yield* this.value.get();
      yield* IORWLockUnlock(this.lock);
      return value;
    }
    *write() {
      yield* IORWLockWrite(this.lock);
      yield* this.value.set((yield* this.value.get()) + 1);
      yield* IORWLockUnlock(this.lock);
    }
    *meet() {
      yield* IORWLockRead(this.lock);
      yield* OSIncrementAtomic(this.inside);
      yield* OSDecrementAtomic(this.inside);
      yield* IORWLockUnlock(this.lock);
    }
    *readTwice() {
      yield* IORWLockRead(this.lock);
      yield* this.read();
      yield* IORWLockUnlock(this.lock);
    }
    *writeTwice() {
      yield* IORWLockWrite(this.lock);
      yield* this.write();
    }
    *tries() {
      const write = yield* IORWLockTryWrite(this.lock);
      const read = yield* IORWLockTryRead(this.lock);
      yield* IORWLockUnlock(this.lock);
      const first = yield* IORWLockTryRead(this.lock);
      const second = yield* IORWLockTryRead(this.lock);
      const third = yield* IORWLockTryWrite(this.lock);
      yield* this.unlock();
      yield* this.unlock();
      return [write, read, first, second, third];
    }
    *unlock() { yield* IORWLockUnlock(this.lock); }
    *holdAsWriter() { yield* IORWLockWrite(this.lock); }
    *destroy() {
      yield* IORWLockFree(this.lock);
      yield* this.read();
    }
  }`;
const setup = 'const table = new Table();';
const table = (threads: string, watch = ''): Promise<readonly string[]> =>
  ends({ driver, setup, threads, watch });

describe('IORWLock', () => {
  it('keeps a writer alone, so that no update is lost and nothing races', async () => {
    const threads = 'A: [() => table.write()], B: [() => table.write()], C: [() => table.read()]';
    expect(await table(threads, 'value: table.value')).toEqual([
      'A: undefined B: undefined C: 0 | value=2',
      'A: undefined B: undefined C: 1 | value=2',
      'A: undefined B: undefined C: 2 | value=2',
    ]);
  });

  it('lets readers in together', async () => {
    const report = await explored({
      driver,
      setup,
      threads: 'A: [() => table.meet()], B: [() => table.meet()]',
      watch: 'inside: table.inside',
      properties: "never({ en: 'two inside', 'zh-Hans': '两个在内' }, (s) => s.value('inside') === 2)",
    });
    expect(report).toMatchObject({ verdict: 'fails', failure: { kind: 'property' } });
  });

  it('takes it without waiting only where that is possible', async () => {
    expect(await table('A: [() => table.tries()]')).toEqual(['A: [true,false,true,true,false]']);
  });

  it('can deadlock when a reader asks again while a writer waits', async () => {
    expect(await table('A: [() => table.readTwice()], B: [() => table.write()]')).toEqual([
      expect.stringMatching(/fails: waits-forever: .*sharedCount/),
    ]);
    expect(await table('A: [() => table.readTwice()], B: [() => table.read()]')).toEqual([
      'A: undefined B: 0',
    ]);
  });

  it('makes a writer that asks again wait for itself', async () => {
    expect(await table('A: [() => table.writeTwice()]')).toEqual([
      expect.stringMatching(/fails: waits-forever: .*wantExclusive/),
    ]);
  });

  it('panics when it is given back and nobody holds it, or another thread writes', async () => {
    expect(await table('A: [() => table.unlock()]')).toEqual([
      expect.stringContaining('without a reader refcount'),
    ]);
    const held = {
      driver,
      setup: `${setup} yield* table.holdAsWriter();`,
      threads: 'A: [() => table.unlock()]',
    };
    expect(await ends(held)).toEqual([
      expect.stringContaining('Assertion failed: lock->lck_rw_owner == current_thread()->ctid'),
    ]);
    expect(await ends({ ...held, options: "profile: { build: 'release' }," })).toEqual(['A: undefined']);
  });

  it('cannot be used once it is destroyed', async () => {
    expect(await table('A: [() => table.destroy()]')).toEqual([expect.stringContaining('fails: panic')]);
  });
});
