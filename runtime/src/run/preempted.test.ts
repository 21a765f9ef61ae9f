import { expect, test } from 'vitest';
import { explored, stepped, type Pieces } from '../../testing/explored.ts';

const waiting = (body: string): Pieces => ({
  driver: `
    class Driver extends OSObject {
      readonly flag = atomic(0);
      *wait() { ${body} }
    }`,
  setup: 'const d = new Driver();',
  threads: 'A: [() => d.wait()], B: [() => d.flag.set(1)]',
  properties: `inTheEnd({ en: 'wait sees no change', 'zh-Hans': 'wait 看不到变化' }, (s) => s.results('A')[0] !== 1)`,
});
const spinning = waiting(
  'if (yield* this.flag.get()) return 0; while (!(yield* this.flag.get())) ; return 1;',
);
const working = waiting('const before = yield* this.flag.get(); return (yield* this.flag.get()) - before;');

test('a trace says that a thread is preempted that works, and not one that only spins', async () => {
  const last = async (pieces: Pieces, ...contexts: string[]) => {
    const { trace } = await stepped(
      pieces,
      contexts.map((context) => ({ context, alternative: 0 })),
    );
    return trace.steps.at(-1);
  };
  expect(await last(working, 'A', 'B')).toMatchObject({ context: 'B', preempts: 'A' });
  expect(await last(spinning, 'A', 'B')).toMatchObject({ context: 'B' });
  expect(await last(spinning, 'A', 'B')).not.toHaveProperty('preempts');
});

test('a counterexample has as many preemptions as its trace shows', async () => {
  const preemptions = async (pieces: Pieces) => {
    const { failure } = await explored(pieces);
    return [failure?.preemptions, failure?.trace.steps.filter(({ preempts }) => preempts).length];
  };
  expect(await preemptions(working)).toEqual([1, 1]);
  expect(await preemptions(spinning)).toEqual([0, 0]);
});

test('accesses that race are at the same time: neither preempts the other', async () => {
  const { failure } = await explored({
    driver:
      'class Driver extends OSObject { readonly count = cell(0); *add() { yield* this.count.set((yield* this.count.get()) + 1); } }',
    setup: 'const d = new Driver();',
    threads: 'A: [() => d.add()], B: [() => d.add()]',
  });
  expect(failure).toMatchObject({ kind: 'data-race', preemptions: 0 });
  expect(failure?.trace.steps.map(({ preempts }) => preempts)).toEqual([undefined, undefined, undefined]);
});
