import { describe, expect, it } from 'vitest';
import { ends, explored } from '../../testing/explored.ts';

const driver = `
  class Driver extends IOService {
    readonly freed = unsynchronized(false);
    *waitTwice(syncer) { return [yield* syncer.wait(false), yield* syncer.wait(false)]; }
    *signalTwice(syncer) {
      yield* syncer.signal(1, false);
      yield* syncer.signal(2, false);
    }
    *useTwice(syncer) {
      yield* syncer.wait(false);
      yield* syncer.reinit();
      yield* syncer.wait(false);
    }
    *again(syncer) {
      yield* syncer.signal(1, false);
      yield* syncer.reinit();
      return yield* syncer.wait(false);
    }
  }`;
const setup = 'const d = new Driver(); const syncer = yield* IOSyncer.create();';
const sync = (threads: string, more = ''): Promise<readonly string[]> =>
  ends({ driver, setup: setup + more, threads });

describe('IOSyncer', () => {
  it('waits for the signal and returns what it was given, whoever comes first', async () => {
    expect(await sync('A: [() => syncer.wait()], B: [() => syncer.signal(7)]')).toEqual([
      'A: 7 B: undefined',
    ]);
    expect(await sync('A: [() => syncer.signal(), () => syncer.wait()]')).toEqual(['A: undefined,0']);
  });

  it('remembers the signal for later waits until it is made anew', async () => {
    expect(await sync('A: [() => d.waitTwice(syncer)], B: [() => syncer.signal(7)]')).toEqual([
      'A: [7,7] B: undefined',
    ]);
    expect(await sync('A: [() => d.again(syncer)]')).toEqual([expect.stringContaining('A sleeps forever')]);
  });

  it('takes one signal for one, also when it is made anew while the signal is being given', async () => {
    expect(await sync('A: [() => d.useTwice(syncer)], B: [() => syncer.signal()]')).toEqual([
      expect.stringContaining('A sleeps forever'),
    ]);
    const { verdict, outcomes } = await explored({
      driver,
      setup,
      threads: 'A: [() => d.useTwice(syncer)], B: [() => syncer.signal()]',
    });
    expect([verdict, outcomes]).toEqual(['fails', []]);
  });

  it('waits for ever when nobody signals, and termination does not end it', async () => {
    expect(await sync('A: [() => syncer.wait()]')).toEqual([
      expect.stringMatching('fails: waits-forever: A sleeps forever .* nobody is left to wake it'),
    ]);
    const terminated =
      'A: [function* () { yield* thread_terminate(yield* current_thread()); return yield* syncer.wait(); }]';
    expect(await sync(terminated)).toEqual([expect.stringContaining('A sleeps forever')]);
  });

  it('is freed when both sides have given their reference back', async () => {
    const threads = 'A: [() => syncer.wait()], B: [() => syncer.signal()], C: [() => syncer.retain()]';
    expect(await sync(threads)).toEqual([expect.stringContaining('fails: panic')]);
    expect(await sync('A: [() => syncer.wait()], B: [() => syncer.signal()]')).toEqual(['A: 0 B: undefined']);
  });

  it('has one reference when it is told so', async () => {
    const one = 'const lone = yield* IOSyncer.create(false);';
    expect(await sync('A: [() => lone.signal(3, false), () => lone.wait()]', one)).toEqual([
      'A: undefined,3',
    ]);
    expect(await sync('A: [() => lone.signal(3), () => lone.wait()]', one)).toEqual([
      expect.stringContaining('fails: panic'),
    ]);
  });
});
