import { expect, test } from 'vitest';
import { course, lessonFindings } from '../fixture.ts';

const rules = async (zh: string, en = 'English.\n'): Promise<string[]> =>
  (await lessonFindings(en, zh)).map((finding) => finding.split(':').slice(0, 2).join(':'));

test('an English paragraph left on the Chinese page is found', async () => {
  const english = 'This paragraph was never translated.\n';
  expect(await lessonFindings(english, english)).toEqual([
    'zh:5 untranslated: this is the English paragraph',
  ]);
});

test('a paragraph of code, or of a few letters, may be the same', async () => {
  expect(
    await lessonFindings(
      '`IOCommandGate::runAction(action, a, b)`\n\nXNU, IOKit\n',
      '`IOCommandGate::runAction(action, a, b)`\n\nXNU, IOKit\n',
    ),
  ).toEqual([]);
});

test('zhlint finds half-width punctuation and missing spaces', async () => {
  expect(await rules('使用IOKit的驱动。\n')).toEqual(['zh:5 zhlint']);
  expect(await rules('好,走。\n')).toEqual(['zh:5 zhlint']);
  expect(await rules('工作 (x) 环。\n')).toEqual(['zh:5 zhlint']);
});

test('our choices are left alone: full-width brackets, quotes without spaces, arrows, half-width code', async () => {
  expect(
    await rules('他说“好”然后走（真的）。A→线程 B，用 `f(x)`，50% 的人。\n', 'English `f(x)`.\n'),
  ).toEqual([]);
});

test('a Traditional character is found', async () => {
  expect(await lessonFindings('English.\n', '這是锁。\n')).toEqual([
    'zh:5 traditional: “這” is not a character of Simplified Chinese (GB 2312)',
  ]);
});

test('a broken paragraph and repeated marks are found', async () => {
  expect(await rules('第一行，\n第二行。\n')).toEqual(['zh:5 typography']);
  expect(await rules('好！！\n')).toEqual(['zh:5 typography']);
});

test('props and titles are checked as well', async () => {
  expect(await rules('<Card ask="谁在等?" />\n', '<Card ask="Who waits?" />\n')).toEqual(['zh:5 typography']);
});

test('strings in an expression or a script are not prose to zhlint, but their own text is checked', async () => {
  const en = "export const more = ['a', 'b'];\n\n<Card of={['Yes, it waits', 'No']} />\n";
  expect(
    await rules("export const more = ['甲', '乙'];\n\n<Card of={['是，它在等', '否']} />\n", en),
  ).toEqual([]);
  expect(await rules("export const more = ['甲', '乙'];\n\n<Card of={['是,它在等', '否']} />\n", en)).toEqual(
    ['zh:7 typography'],
  );
});

test('a space before a heading’s id is not part of the sentence', async () => {
  expect(await rules('## 谁在等？ {/* #who */}\n', '## Who waits? {/* #who */}\n')).toEqual([]);
  expect(await rules('## 谁在等,好 {/* #who */}\n', '## Who waits? {/* #who */}\n')).toEqual(['zh:5 zhlint']);
});

test('an open brace in code does not hide the rest of the page from zhlint', async () => {
  expect(await rules('用 `a={` 吧。\n\n好,走。\n', 'Use `a={`.\n\nGo.\n')).toEqual(['zh:7 zhlint']);
});

test('texts of exercises are checked as pages are', async () => {
  const made = course({ 'exercises/a.en.md': 'Fix it.\n', 'exercises/a.zh-Hans.md': '改對它,\n' });
  made.update('exercises/a.en.md');
  expect((await made.findings()).map((finding) => finding.split(':').slice(0, 2).join(':'))).toEqual([
    'exercises/a.zh-Hans.md:1 traditional',
    'exercises/a.zh-Hans.md:1 zhlint',
  ]);
});
