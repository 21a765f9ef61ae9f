import { expect, test } from 'vitest';
import { course } from '../fixture.ts';

const engine = (en: object, zh: object): Promise<string[]> =>
  course({
    'runtime/src/messages/en.ts': `export const en: Record<string, string> = ${JSON.stringify(en, null, 2)};\n`,
    'runtime/src/messages/zh-Hans.ts': `export const zhHans: Record<string, string> = ${JSON.stringify(zh, null, 2)};\n`,
  }).findings();

const EN = 'runtime/src/messages/en.ts';
const ZH = 'runtime/src/messages/zh-Hans.ts';

test('catalogues in step have no findings', async () => {
  const en = { holds: 'Holds in all {states} states.', cell: 'make it a `cell`' };
  expect(
    await engine(en, { holds: '在全部 {states} 个状态中均成立。', cell: '请把它改成共享单元（`cell`）' }),
  ).toEqual([]);
});

test('a key in one language only is found', async () => {
  expect(await engine({ a: 'A', b: 'B' }, { a: '甲', c: '丙' })).toEqual([
    `${EN}:3 messages: "b": there is no Chinese text`,
    `${ZH}:3 messages: "c": there is no English text`,
  ]);
});

test('other placeholders are found', async () => {
  expect(await engine({ a: '{n} of {m}' }, { a: '{n} 个' })).toEqual([
    `${ZH}:2 messages: "a": placeholders {n}, in English {m} {n}`,
  ]);
});

test('a choice by number is the number’s placeholder, which Chinese may use without a choice', async () => {
  expect(await engine({ a: '{n} {n|state|states}' }, { a: '{n} 个状态' })).toEqual([]);
});

test('a finding names the part of the catalogue that has the key', async () => {
  const made = course({
    'runtime/src/messages/en.ts': "export const en = { 'verdict.a': 'A' };\n",
    'runtime/src/messages/verdict.zh-Hans.ts':
      "export const part = {\n  'verdict.a': '甲,',\n  'verdict.b': '乙',\n};\n",
    'runtime/src/messages/zh-Hans.ts':
      "import { part } from './verdict.zh-Hans.ts';\nexport const zhHans = { ...part };\n",
  });
  expect((await made.findings()).map((finding) => finding.split(' ')[0])).toEqual([
    'runtime/src/messages/verdict.zh-Hans.ts:2',
    'runtime/src/messages/verdict.zh-Hans.ts:3',
  ]);
});

test('three Latin words in a row are found, unless they are code or a term’s English', async () => {
  expect(await engine({ a: 'A' }, { a: '不成立：lost the wakeup 了。' })).toEqual([
    `${ZH}:2 messages: "a": English stands in the Chinese text: “lost the wakeup”`,
  ]);
  expect(await engine({ a: 'A' }, { a: '不成立（lost the wakeup）' })).toHaveLength(1);
  expect(
    await engine({ a: 'A' }, { a: '过滤中断事件源（filter interrupt event source）和 `npm run check`' }),
  ).toEqual([]);
});

test('a text that is the English one is found', async () => {
  const text = 'unrecognizableargument {file}';
  expect(await engine({ a: text }, { a: text })).toEqual([
    `${ZH}:2 messages: "a": the text is the English one`,
  ]);
});

test.each([
  ['没有结论:达到上限', 'half-width punctuation in a Chinese sentence: “论:”'],
  ['成立(全部)', 'half-width brackets in a Chinese sentence: “立(”'],
  ['线程A在等', 'no space between Chinese and Latin letters, digits or code: “程A”'],
  ['改成`cell`', 'no space between Chinese and Latin letters, digits or code: “成`”'],
  ['`cell`里', 'no space between Chinese and Latin letters, digits or code: “`里”'],
  ['先看， 再走', 'a space beside full-width punctuation: “， ”'],
  ['线程 在等', 'a space between Chinese characters: “程 在”'],
  ['他说"好"', 'straight quotes in a Chinese sentence: “说"”'],
])('%s has wrong punctuation or spacing', async (zh, problem) => {
  expect(await engine({ a: 'A' }, { a: zh })).toEqual([`${ZH}:2 typography: "a": ${problem}`]);
});

test('never-words and Traditional characters are found in messages', async () => {
  expect(await engine({ a: 'A' }, { a: '您的鎖' })).toEqual([
    `${ZH}:2 glossary: "a": “您” is a word this course never uses`,
    `${ZH}:2 traditional: "a": “鎖” is not a character of Simplified Chinese (GB 2312)`,
  ]);
});

test('the site’s texts are those of its source and of i18n/en', async () => {
  const made = course({
    'site/src/Run.tsx': `import Translate, { translate } from '@docusaurus/Translate';
export const Run = () => <b title={translate({ id: 'run.title', message: 'Run {n}' })}><Translate id="run">Run</Translate></b>;
`,
    'i18n/en/code.json': '{ "theme.next": { "message": "Next lesson" } }',
    'i18n/zh-Hans/code.json': `{
  "run": { "message": "运行" },
  "gone": { "message": "没有了" },
  "theme.next": { "message": "下一课" },
  "theme.other": { "message": "其他" }
}`,
    'i18n/zh-Hans/docusaurus-theme-classic/navbar.json': '{\n  "title": { "message": "课程,目录" }\n}',
  });
  expect(await made.findings()).toEqual([
    'i18n/zh-Hans/code.json:3 messages: "gone": there is no English text',
    'i18n/zh-Hans/docusaurus-theme-classic/navbar.json:2 typography: "title": half-width punctuation in a Chinese sentence: “程,”',
    'site/src/Run.tsx:2 messages: "run.title": there is no Chinese text',
  ]);
});

test('titles and properties in programs are checked', async () => {
  const made = course({
    'lessons/programs/a/scenario.ts': "x({\n  title: { en: 'Two {n}', 'zh-Hans': '两个线程,等着' },\n});\n",
  });
  expect(await made.findings()).toEqual([
    'lessons/programs/a/scenario.ts:2 messages: "Two {n}": placeholders none, in English {n}',
    'lessons/programs/a/scenario.ts:2 typography: "Two {n}": half-width punctuation in a Chinese sentence: “程,”',
  ]);
});

test('an exercise’s data has both languages', async () => {
  const made = course({ 'exercises/one/09a/exercise.json': '{\n  "title": { "en": "Whose thread" }\n}' });
  expect(await made.findings()).toEqual([
    'exercises/one/09a/exercise.json:2 messages: "title": there is no Chinese text',
  ]);
});
