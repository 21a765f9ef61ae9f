import { expect, test } from 'vitest';
import { explored, ran, replayed, type Pieces } from '../../testing/explored.ts';

/** Three calls, of which a monitor allows one. */
const twice: Pieces = {
  setup: 'const word = atomic(0);',
  threads: 'A: [() => word.set(1), () => word.set(2)], B: [() => word.get()]',
  properties: `monitor({ en: 'at most one call returns', 'zh-Hans': '最多一个调用返回' }, {
    start: 0,
    of: ['callEnd'],
    on: (calls) => (calls === 0 ? 1 : broken),
  })`,
};

test('a run says of a monitor that it is broken, and replays to the same', async () => {
  const { failure } = await explored(twice);
  expect(failure).toMatchObject({ kind: 'property', preemptions: 0 });
  const again = await replayed(twice, failure?.token ?? '');
  expect(again).toMatchObject({
    ended: 'failed',
    failure: { kind: 'property', summary: failure?.summary, step: failure?.failingStep },
  });
  expect(await ran(twice, 1)).toMatchObject({ failure: { kind: 'property' } });
});
