import { expect, test } from 'vitest';
import { lessonFindings } from '../fixture.ts';

const found = (zh: string, en = 'English.\n'): Promise<string[]> => lessonFindings(en, zh);

test('a term is used for the first time with its English', async () => {
  expect(await found('拿到门锁。\n\n再放开门锁。\n')).toEqual([
    'zh:5 glossary: “门锁” is used for the first time on this page without its English',
  ]);
  expect(await found('拿到门锁（gate）。\n\n再放开门锁。\n')).toEqual([]);
});

test('emphasis, quotes, capitals and an abbreviation do not hide the English', async () => {
  expect(await found('**工作环**（Work Loop，WL）和“门锁”（gate）。\n')).toEqual([]);
});

test('a longer term is not a use of the shorter one', async () => {
  expect(await found('工作环线程（work-loop thread）在等。\n')).toEqual([]);
});

test('headings, code and terms that everybody knows need no English', async () => {
  expect(await found('## 门锁 {/* #gate */}\n\n线程。\n', '## Gate {/* #gate */}\n\nThread.\n')).toEqual([]);
});

test('a never-word is found, also inside a longer word that only ends like a term', async () => {
  expect(await found('打开命令闸门。\n')).toEqual([
    'zh:5 glossary: “命令闸” is a word this course never uses',
  ]);
});

test('characters of a never-word that belong to a term or to code are no finding', async () => {
  expect(await found('卡死线程，写 `"您"`。\n', 'Write `"您"`.\n')).toEqual([]);
});

test('names in code font are those of the English page', async () => {
  expect(await found('调用 `rungate()` 和 `关门()`。\n', 'Call `runGate()`.\n')).toEqual([
    'zh:5 glossary: `rungate()` is spelled `runGate()` in English',
    'zh:5 glossary: `关门()` has Chinese in it',
  ]);
});

test('products are spelled as their makers spell them', async () => {
  expect(await found('用 iokit 写驱动，见 GitHub。\n')).toEqual(['zh:5 glossary: “iokit” is spelled IOKit']);
});
