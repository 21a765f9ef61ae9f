import { expect, test } from 'vitest';
import { explored, type Pieces } from '../../testing/explored.ts';
import { scenario } from './scenario.ts';

const counts: Pieces = { setup: 'const word = atomic(0);', threads: 'A: [() => word.set(1)]' };
const title = `{ en: 'a title', 'zh-Hans': '标题' }`;

test.each(["memory: 'TSO'", "time: 'sometimes'", "wakeOrder: 'lifo'", "profile: { kernel: 'xnu' }"])(
  'a scenario that says %s is refused, not explored otherwise',
  async (option) => {
    const { verdict, error } = await explored({ ...counts, options: `${option} as never,` });
    expect({ verdict, code: error?.code }).toEqual({ verdict: 'error', code: 'scenario-option' });
  },
);

test.each([
  `always(${title}, () => { throw new Error('oops'); })`,
  `inTheEnd(${title}, (s) => s.value('nothing') === 1)`,
  `monitor(${title}, { start: 0, of: ['callEnd'], on: () => { throw new Error('oops'); } })`,
])('a property that throws is said to: %s', async (properties) => {
  const { verdict, error, sentence } = await explored({ ...counts, properties });
  expect({ verdict, code: error?.code }).toEqual({ verdict: 'error', code: 'property-threw' });
  expect(sentence.en).toMatch(
    /test\.ts.*a property of the scenario threw an error: Error: (oops|no watched)/,
  );
});

test('a scenario need not list properties', () => {
  const nothing = scenario({
    title: { en: 'a title', 'zh-Hans': '标题' },
    *setup() {
      return { threads: {} };
    },
  });
  expect(nothing.properties).toEqual([]);
});
