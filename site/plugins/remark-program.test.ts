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
  const [component, first, second, ...playgrounds] = tree.children as unknown as {
    value: string;
    attributes: { value: { value: string } }[];
  }[];
  expect(component!.value).toBe('import { Playground } from "@site/site/src/near";');
  expect([first!.value, second!.value]).toEqual([
    'import programData0 from "@generated/work-loop-programs/default/race.json";',
    'import programData1 from "@generated/work-loop-programs/default/lock.json";',
  ]);
  expect(playgrounds.map(({ attributes }) => attributes[0]!.value.value)).toEqual([
    'programData0',
    'programData1',
    'programData0',
  ]);
});

it('gives a picture the trace of the run it names', () => {
  const recorded = { ...playground('race'), name: 'Recorded' };
  recorded.attributes.push({ type: 'mdxJsxAttribute', name: 'show', value: 'failure' });
  const tree = { type: 'root', children: [recorded] };
  remarkProgram()(tree);
  expect(tree.children).toMatchObject([
    { value: 'import { Recorded } from "@site/site/src/near";' },
    { value: 'import programData0 from "@generated/work-loop-programs/default/race.failure.json";' },
    { attributes: [{ name: 'trace', value: { value: 'programData0' } }] },
  ]);
});

it('leaves other components alone', () => {
  const tree = { type: 'root', children: [{ ...playground('race'), name: 'Term' }] };
  remarkProgram()(tree);
  expect(tree.children).toEqual([{ ...playground('race'), name: 'Term' }]);
});

it('leaves an admonition alone', () => {
  const note = { type: 'containerDirective', name: 'note', attributes: {}, children: [] };
  const tree = { type: 'root', children: [note] };
  remarkProgram()(tree);
  expect(tree.children).toEqual([note]);
});
