import { expect, it } from 'vitest';
import remarkProgram from './remark-program.ts';

const playground = (id: string) => ({
  type: 'mdxJsxFlowElement',
  name: 'Playground',
  attributes: [{ type: 'mdxJsxAttribute', name: 'program', value: id as unknown }],
});

it('imports each program once and hands it to every playground that names it', () => {
  const tree = { type: 'root', children: [playground('race'), playground('lock'), playground('race')] };
  remarkProgram()(tree);
  const [first, second, ...playgrounds] = tree.children as unknown as {
    value: string;
    attributes: { value: { value: string } }[];
  }[];
  expect([first!.value, second!.value]).toEqual([
    'import playgroundProgram0 from "@generated/work-loop-programs/default/race.json";',
    'import playgroundProgram1 from "@generated/work-loop-programs/default/lock.json";',
  ]);
  expect(playgrounds.map(({ attributes }) => attributes[0]!.value.value)).toEqual([
    'playgroundProgram0',
    'playgroundProgram1',
    'playgroundProgram0',
  ]);
});

it('leaves other components alone', () => {
  const tree = { type: 'root', children: [{ ...playground('race'), name: 'Recorded' }] };
  remarkProgram()(tree);
  expect(tree.children).toEqual([{ ...playground('race'), name: 'Recorded' }]);
});
