import { expect, test } from 'vitest';
import { course, lessonFindings } from '../fixture.ts';
import { codeSkeleton } from './code.ts';

const fence = (code: string, meta = 'ts'): string => `\`\`\`${meta}\n${code}\n\`\`\`\n`;

test('code that differs in more than comments and strings is found at its line', async () => {
  expect(await lessonFindings(fence("a('x');\nb(); // y"), fence("a('甲');\nc(); // 乙"))).toEqual([
    'zh:7 code: the code is not the code of the English page',
  ]);
  expect(await lessonFindings(fence("a('x');\nb(); // y"), fence("a('甲');\nb(); // 乙"))).toEqual([]);
});

test('output keeps its number of lines', async () => {
  expect(await lessonFindings(fence('Holds.\nDone.', 'text'), fence('成立。', 'text'))).toEqual([
    'zh:7 code: the number of lines is not that of the English page',
  ]);
  expect(await lessonFindings(fence('Holds.', 'text'), fence('成立。', 'text'))).toEqual([]);
});

test('a fence that names a file has no body', async () => {
  const more = { 'exercises/one/a.ts': 'x;\n' };
  const named = 'ts file=/exercises/one/a.ts';
  expect(await lessonFindings(fence('x;', named), fence('', named).replace('\n\n', '\n'), more)).toEqual([
    'en:5 code: the fence names /exercises/one/a.ts and has a body as well',
  ]);
});

test('a region that vanished is found on both pages', async () => {
  const more = { 'lessons/cpp/a.cpp': '// #region old\n// #endregion\n' };
  const named = '```cpp file=cpp/a.cpp region=new\n```\n';
  expect(await lessonFindings(named, named, more)).toEqual([
    'zh:5 code: lessons/cpp/a.cpp: no region "new"',
    'en:5 code: lessons/cpp/a.cpp: no region "new"',
  ]);
});

test('a comment for readers in one language is found', async () => {
  const made = course({
    'lessons/cpp/a.cpp': 'x();\n// en: alone\ny();\n',
    'exercises/one/a.ts': '// 只有中文\nx();\n',
    'exercises/one/b.ts': '// en: both\n// zh: 两种\nx();\n// plain for developers\n',
  });
  expect(await made.findings()).toEqual([
    'exercises/one/a.ts:1 comments: a Chinese comment that English readers would see',
    'lessons/cpp/a.cpp:2 comments: "// en:" has no "// zh:" on the next line',
  ]);
});

test('quotes inside comments and slashes inside strings do not mislead', () => {
  expect(codeSkeleton(`f('//'); // don't\n/* a\n'b */ g("\\"");`, 'ts')).toBe(`f("");\n\n g("");`);
  expect(codeSkeleton('npm test # run it\n# all', 'sh')).toBe('npm test\n');
});

test('an empty line above a comment in two languages is found: a reader would see two', async () => {
  const made = course({ 'lessons/cpp/a.cpp': 'x();\n\n// en: one\n// zh: 一\ny();\n' });
  expect(await made.findings()).toEqual([
    'lessons/cpp/a.cpp:2 comments: two empty lines for a reader: the comment in the other language becomes one',
  ]);
  made.write('lessons/cpp/a.cpp', 'x();\n// en: one\n// zh: 一\ny();\n');
  expect(await made.findings()).toEqual([]);
});
