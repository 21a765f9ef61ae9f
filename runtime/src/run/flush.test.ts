import { expect, test } from 'vitest';
import { explored, ran, replayed, stepped, type Pieces } from '../../testing/explored.ts';
import { formatTrace } from '../trace/index.ts';

/** Each thread raises its flag and looks at the other's: one of them should see it. */
const flags: Pieces = {
  driver: `
    class Flags extends OSObject {
      readonly a = unsynchronized(0);
      readonly b = unsynchronized(0);
      *first() { yield* this.a.set(1); return yield* this.b.get(); }
      *second() { yield* this.b.set(1); return yield* this.a.get(); }
    }`,
  setup: 'const f = new Flags();',
  threads: 'A: [() => f.first()], B: [() => f.second()]',
  properties: `inTheEnd({ en: 'one sees the other', 'zh-Hans': '至少一方看到对方' },
    (s) => s.results('A')[0] + s.results('B')[0] > 0)`,
  options: "memory: 'tso',",
};

test('a counterexample with stores that wait needs no preemption, and its token replays it', async () => {
  const { failure } = await explored(flags);
  expect(failure).toMatchObject({ kind: 'property', preemptions: 0, switches: 1, shortest: true });
  expect(failure?.token).toBe('wl2:test:flags.a,flags.b:A-0st.1ld;B-1st.0ld;A-0flush;B-1flush');
  const run = await replayed(flags, failure?.token ?? '');
  expect(run).toMatchObject({ ended: 'failed', failure: { kind: 'property', step: 6 } });
  expect(run.divergedAt).toBeUndefined();
});

test('a trace tells of a store when it waits and when it reaches memory, in both languages', async () => {
  const { failure } = await explored(flags);
  if (!failure) throw new Error('it holds');
  const text = (locale: 'en' | 'zh-Hans'): string => formatTrace(failure.trace, locale);
  expect(text('en')).toContain('first: flags.a → 1 (buffered)');
  expect(text('en')).toContain('flags.a → 1 reaches memory returns 0');
  expect(text('zh-Hans')).toContain('first: flags.a → 1（停在存储缓冲里）');
  expect(text('zh-Hans')).toContain('flags.a → 1 写入内存 返回 0');
});

test('a step that pushes a waiting store out says so beside what it does', async () => {
  const locked = {
    ...flags,
    driver: `
      class Flags extends OSObject {
        readonly a = unsynchronized(0);
        readonly lock = IOLockAlloc();
        *first() { yield* this.a.set(1); yield* IOLockLock(this.lock); yield* IOLockUnlock(this.lock); return 1; }
      }`,
    threads: 'A: [() => f.first()]',
    properties: '',
  };
  const lock = [0, 0].map((alternative) => ({ context: 'A', alternative }));
  const { trace } = await stepped(locked, lock);
  expect(formatTrace(trace, 'en')).toContain('lock(flags.lock) (flushes flags.a → 1)');
  expect(formatTrace(trace, 'zh-Hans')).toContain('lock(flags.lock) （先写入内存：flags.a → 1）');
});

test('a person who steps by hand may choose when a store reaches memory', async () => {
  const stored = await stepped(flags, [{ context: 'A', alternative: 0 }]);
  const flush = stored.moves.find(({ effect }) => effect === 'flush');
  expect(flush).toEqual({ context: 'A', alternative: 255, effect: 'flush', object: 'flags.a' });
  const after = await stepped(flags, [
    { context: 'A', alternative: 0 },
    { context: 'A', alternative: 255 },
  ]);
  expect(after.moves.map(({ effect }) => effect)).toEqual(['load', 'store']);
  expect(after.trace.steps.at(-1)).toMatchObject({ effect: 'flush', where: [] });
});

test('a schedule chosen by a seed flushes by itself, and every call returns', async () => {
  for (let seed = 1; seed <= 5; seed++) {
    const run = await ran({ ...flags, properties: '' }, seed);
    expect(run.ended).toBe('finished');
  }
});
