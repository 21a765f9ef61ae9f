import { describe, expect, test } from 'vitest';
import { explored, replayed, type Pieces } from '../../testing/explored.ts';
import type { RunReport } from './protocol.ts';

const add = `const before = yield* this.count.get();
        yield* this.count.set(before + 1);`;
const threads = 'A: [() => counter.add()], B: [() => counter.add()]';

/** Two threads lose a count: what the edits below change. */
const edited = ({ body = add, calls = threads, setup = 'const counter = new Counter();' } = {}): Pieces => ({
  driver: `class Counter extends OSObject {
      readonly count = unsynchronized(0);
      readonly level = unsynchronized(0);
      *add() {
        ${body}
      }
    }`,
  setup,
  threads: calls,
  watch: `count: ${/const (\w+) = new/.exec(setup)?.[1] ?? ''}.count`,
  properties: `inTheEnd({ en: 'both count', 'zh-Hans': '两次都计入' }, (s) => s.value('count') === 2)`,
});

const { failure } = await explored(edited());
const token = failure?.token ?? '';
const replay = (change: Parameters<typeof edited>[0]): Promise<RunReport> => replayed(edited(change), token);

test('the token names the threads, what they do and to what', () => {
  expect(token).toBe('wl2:test:counter.count:A-0ld;B-0ld.0st;A-0st');
});

describe('an edit that changes no step is none', () => {
  test.each([
    ['a comment and a line', { body: `// twice\n\n${add}` }],
    ['another name for a local', { body: add.replaceAll('before', 'old') }],
    ['another name for the method', { body: `return yield* this.plus(); } *plus() { ${add}` }],
    ['another name for a thread', { calls: threads.replace('A:', 'Reader:') }],
    [
      'another name for the object',
      { setup: 'const both = new Counter();', calls: threads.replaceAll('counter', 'both') },
    ],
    ['a third thread', { calls: `${threads}, C: [function* () {}]` }],
    ['the threads in another order', { calls: threads.split(', ').toReversed().join(', ') }],
  ])('%s', async (_, change) => {
    const run = await replay(change);
    expect(run.failure).toMatchObject({ kind: 'property', step: 4 });
    expect(run).not.toHaveProperty('divergedAt');
  });
});

describe('steps that were put in are taken, and steps that are gone are left out', () => {
  test.each([
    ['a load before', { body: `yield* this.level.get();\n${add}` }, 1],
    [
      'two stores between',
      { body: add.replace(';', '; yield* this.level.set(1); yield* this.level.set(2);') },
      3,
    ],
    [
      'a call before, of one thread',
      { calls: `A: [() => counter.level.set(1), () => counter.add()], B: [() => counter.add()]` },
      1,
    ],
  ])('%s', async (_, change, step) => {
    const run = await replay(change);
    expect(run).toMatchObject({ divergedAt: step, failure: { kind: 'property' }, ended: 'failed' });
  });

  test('a load that is gone', async () => {
    const longer = edited({ body: `yield* this.level.get();\n${add}` });
    const { failure: found } = await explored(longer);
    const run = await replayed(edited(), found?.token ?? '');
    expect(run).toMatchObject({ divergedAt: 1, failure: { kind: 'property' }, ended: 'failed' });
  });
});

describe('says what the token wanted, and what there is instead', () => {
  const said = async (change: Parameters<typeof edited>[0], text = token): Promise<readonly unknown[]> => {
    const { divergedAt, divergence } = await replayed(edited(change), text);
    return [divergedAt, divergence?.en, divergence?.['zh-Hans']];
  };

  test('another step, with its place', async () => {
    expect(await said({ body: add.replace('this.count.set', 'this.level.set') })).toEqual([
      3,
      expect.stringMatching(
        /^The token wants B to do store\(counter\.count\) there\. Now B does store\(counter\.level\) at test\.ts:\d+\.$/,
      ),
      expect.stringMatching(
        /^重放码在这一步要 B 执行 store\(counter\.count\)；现在 B 在 test\.ts:\d+ 处执行 store\(counter\.level\)。$/,
      ),
    ]);
  });

  test('nothing more', async () => {
    expect((await said({ body: 'yield* this.count.get();' }))[1]).toMatch(/Now B has already returned\.$/);
  });

  test('a thread that waits', async () => {
    const locked = { setup: 'const lock = IOLockAlloc(); const counter = new Counter();' };
    const holds = 'A: [() => IOLockLock(lock)], B: [() => IOLockLock(lock), () => counter.add()]';
    const after = 'wl2:test:lock,counter.count:A-0lk;B-1ld';
    expect((await said({ ...locked, calls: holds }, after))[1]).toMatch(
      /Now B waits at .* and cannot move\.$/,
    );
  });

  test('nobody', async () => {
    const run = await replayed(edited({ calls: 'A: [() => counter.add()]' }), token);
    expect(run.divergence?.en).toMatch(/Now nobody has that name\.$/);
    expect(run).toMatchObject({ divergedAt: 2, failure: { kind: 'property' } });
  });
});

test('a token of the first version fits whatever is done to anything', async () => {
  const run = await replayed(edited(), 'wl1:test:A-ld;B-ld.st;A-st');
  expect(run).toMatchObject({ ended: 'failed', failure: { kind: 'property', step: 4 } });
  expect(run).not.toHaveProperty('divergedAt');
});

test('what fits nowhere is stood in for, and the run goes on to its end', async () => {
  const run = await replay({ body: 'yield* this.level.set(1); yield* this.level.set(2);' });
  expect(run).toMatchObject({ divergedAt: 1, ended: 'failed' });
  expect(run.trace.steps.map(({ context }) => context)).toEqual(['A', 'B', 'B', 'A']);
});
