import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { exerciseFolders, readExercise } from './exercises.ts';
import remarkExercise from './remark-exercise.ts';

const root = mkdtempSync(join(tmpdir(), 'exercises-'));
const folder = join(root, '1-locks', '01a-fan');
mkdirSync(join(folder, 'scenarios'), { recursive: true });
mkdirSync(join(root, 'grader'));
const texts = {
  'exercise.json': JSON.stringify({
    id: '01a',
    version: 3,
    title: { en: 'Fan', 'zh-Hans': '风扇' },
    edit: ['fan.ts'],
    scenarios: [{ id: 'on', file: 'scenarios/on.ts', points: 4, title: { en: 'On', 'zh-Hans': '开' } }],
    minutes: 5,
  }),
  'starter.ts': '// en: a fan\n// zh: 风扇\nexport {};\n',
  'solution.ts': '// en: right\n// zh: 对了\nexport {};\n',
  'scenarios/on.ts': 'export default 1;\n',
  'statement.en.md': 'Turn it on.',
  'hints.en.md': 'one\n---\ntwo',
  'solution.en.md': 'It turns.',
};
for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
afterAll(() => rmSync(root, { recursive: true }));

it('finds exercises by their id, in the folders of parts', () => {
  expect([...exerciseFolders(root)]).toEqual([['01a', folder]]);
});

it('shows the starting code in the language of the page, under the name that the learner edits', () => {
  expect(readExercise(folder, 'en').starter['fan.ts']).toContain('// a fan');
  expect(readExercise(folder, 'zh-Hans').starter['fan.ts']).toContain('// 风扇');
});

it('names the starting code the same in both languages, and otherwise once it changes', () => {
  const before = readExercise(folder, 'en').starterHash;
  expect(readExercise(folder, 'zh-Hans').starterHash).toBe(before);
  writeFileSync(join(folder, 'starter.ts'), `${texts['starter.ts']}//\n`);
  expect(readExercise(folder, 'en').starterHash).not.toBe(before);
  writeFileSync(join(folder, 'starter.ts'), texts['starter.ts']);
});

it('gives the engine all that it grades by, and no more', () => {
  expect(readExercise(folder, 'en').exercise).toEqual({
    id: '01a',
    version: 3,
    edit: ['fan.ts'],
    scenarios: [{ id: 'on', file: 'scenarios/on.ts', points: 4, title: { en: 'On', 'zh-Hans': '开' } }],
    files: { 'scenarios/on.ts': 'export default 1;\n' },
  });
});

const tagged = (id: string) => ({
  type: 'mdxJsxFlowElement',
  name: 'Exercise',
  attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id as unknown }],
});
const page = {
  fail(reason: string): never {
    throw new Error(reason);
  },
};
const processor = {
  parse: (text: string) => ({ type: 'root', children: [{ type: 'text', value: text.trim() }] }),
};
const expand = (id: string) => {
  const tree = { type: 'root', children: [tagged(id)] };
  remarkExercise.call(processor, { root, locale: 'en' })(tree, page);
  return tree.children as unknown as {
    value?: string;
    children: { attributes: { value: string }[]; children: { value: string }[] }[];
  }[];
};

it('puts an exercise’s texts on the page, each hint by itself', () => {
  const exercise = expand('01a').at(-1);
  expect(
    expand('01a')
      .map(({ value }) => value)
      .join('\n'),
  ).toContain('"@generated/work-loop-exercises/default/01a.json"');
  expect(exercise!.children.map((one) => [one.attributes[0]!.value, one.children[0]!.value])).toEqual([
    ['statement', 'Turn it on.'],
    ['hint', 'one'],
    ['hint', 'two'],
    ['answer', '// right\nexport {};'],
    ['explanation', 'It turns.'],
  ]);
});

it('fails the build where there is no such exercise', () => {
  expect(() => expand('99z')).toThrow('there is no exercise "99z"');
});
