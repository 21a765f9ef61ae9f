import { expect, test } from 'vitest';
import { exploredWith, replayed, type Pieces } from '../../testing/explored.ts';
import type { GraphReport } from './protocol.ts';

const pieces = (body: string): Pieces => ({
  setup: 'const word = unsynchronized(0); const lock = IOLockAlloc();',
  threads: `A: [function* () { ${body} }], B: [function* () { ${body} }]`,
  watch: 'word',
});

async function graphOf(body: string): Promise<GraphReport> {
  const { graph, verdict } = await exploredWith(pieces(body), { engine: 'graph' }, { graph: true });
  if (!graph) throw new Error(`${verdict}, and no graph`);
  return graph;
}

test('the graph has the states of the verdict, and an edge for every move', async () => {
  const counts = pieces('yield* word.set((yield* word.get()) + 1);');
  const { graph, states } = await exploredWith(counts, { engine: 'graph' }, { graph: true });
  expect(graph?.nodes).toHaveLength(states);
  expect(graph?.nodes.filter(({ kind }) => kind === 'final')).toHaveLength(2);
  const fromStart = graph?.edges.filter(({ from }) => from === 0);
  expect(fromStart?.map(({ context }) => context)).toEqual(['A', 'B']);
  expect(graph?.contexts).toEqual([
    { name: 'A', kind: 'client' },
    { name: 'B', kind: 'client' },
  ]);
});

test('a graph that is small enough to be drawn is counted with every thread by its own name', async () => {
  const count = '() => word.set(1)';
  const twins: Pieces = { setup: 'const word = unsynchronized(0);', threads: `A: [${count}], B: [${count}]` };
  const { graph, states } = await exploredWith(twins, { engine: 'graph' }, { graph: true });
  expect(states).toBe(4);
  expect(graph?.nodes).toHaveLength(4);
});

test('the token of a node replays to it', async () => {
  const body = 'yield* word.set((yield* word.get()) + 1);';
  for (const { kind, token } of (await graphOf(body)).nodes) {
    const run = await replayed(pieces(body), token);
    expect(run.divergedAt).toBeUndefined();
    expect(run.ended === 'finished').toBe(kind === 'final');
  }
});

test('where somebody is stuck, something fails, or all is well, can be told apart', async () => {
  const stuck = await graphOf('yield* IOLockLock(lock);');
  expect(stuck.nodes.filter(({ kind }) => kind === 'stuck').length).toBeGreaterThan(0);
  const failing = await graphOf('if ((yield* word.get()) === 1) throw new Error("!"); yield* word.set(1);');
  expect(failing.nodes.map(({ kind }) => kind)).toContain('failing');
  expect(failing.nodes.map(({ kind }) => kind)).toContain('final');
});

test('there is none of a large program, and none where none is asked for', async () => {
  const large = pieces('for (let i = 0; i < 20; i++) yield* word.set((yield* word.get()) + 1);');
  expect(await exploredWith(large, { engine: 'graph' }, { graph: true })).not.toHaveProperty('graph');
  expect(await exploredWith(pieces(''), { engine: 'graph' })).not.toHaveProperty('graph');
});
