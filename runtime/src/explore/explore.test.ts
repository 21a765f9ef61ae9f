import { expect, test } from 'vitest';
import { exploreGraph } from './explore.ts';
import { NONE } from './reductions.ts';
import { ready, type Machine } from './testing/program.ts';
import type { Routine } from './testing/nativeCode.ts';

const none = { properties: [], watch: {} };

const increment = ({ cells, mutexes, value, kernel }: Machine): Routine => [
  { op: 'ask', effect: { type: 'lock', mutex: mutexes[0] } },
  { op: 'ask', effect: { type: 'load', cell: cells[0] }, to: 0 },
  {
    op: 'ask',
    effect: (r) => ({ type: 'store', cell: cells[0], value: value(Number(kernel.values.get(r[0])) + 1) }),
  },
  { op: 'set', register: 0, to: () => 0 },
  { op: 'ask', effect: { type: 'unlock', mutex: mutexes[0] } },
];

const lockCounter = (threads: number, calls: number) =>
  ready({
    cells: [{ kind: 'plain', value: 0 }],
    mutexes: [false],
    clients: (m) => Array.from({ length: threads }, () => Array.from({ length: calls }, () => increment(m))),
  });

test('four threads of six locked increments have 27,097 states', () => {
  for (const reductions of [NONE, {}]) {
    for (let i = 0; i < 3; i++) {
      const { kernel, initial, cells } = lockCounter(4, 6);
      const t = performance.now();
      const verdict = exploreGraph(kernel, initial, {
        properties: { ...none, watch: { count: cells[0] } },
        reductions,
      });
      console.log(
        verdict.verdict,
        verdict.states,
        verdict.edges,
        (performance.now() - t).toFixed(1),
        JSON.stringify(verdict.outcomes.map((o) => o.watched)),
      );
    }
  }
  expect(1).toBe(1);
});
