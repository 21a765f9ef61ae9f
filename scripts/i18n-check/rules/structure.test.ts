import { expect, test } from 'vitest';
import { lessonFindings } from '../fixture.ts';

test('a heading without an id of its own is found in either language', async () => {
  expect(await lessonFindings('## Gates\n', '## 门 {/* #gates */}\n')).toEqual([
    'en:5 heading-id: the heading has no id of its own',
  ]);
});

test('an id used twice is found', async () => {
  const found = await lessonFindings(
    '## A {/* #a */}\n\n## B {/* #a */}\n',
    '## 甲 {/* #a */}\n\n## 乙 {/* #b */}\n',
  );
  expect(found).toContain('en:7 heading-id: the id "a" is used twice');
});

test.each([
  [
    'a heading of another level',
    '## A {/* #a */}\n',
    '### 甲 {/* #a */}\n',
    'zh:5 structure: h3 #a here, h2 #a (line 5) in English',
  ],
  [
    'another component',
    '<Card id="x" />\n',
    '<Term id="x" />\n',
    'zh:5 structure: <Term id="x"> here, <Card id="x"> (line 5) in English',
  ],
  [
    'another prop',
    '<Card id="x" />\n',
    '<Card id="y" />\n',
    'zh:5 structure: <Card id="y"> here, <Card id="x"> (line 5) in English',
  ],
  [
    'another number',
    '<Card right={1} />\n',
    '<Card right={2} />\n',
    'zh:5 structure: <Card right={2}> here, <Card right={1}> (line 5) in English',
  ],
  [
    'a missing item',
    '- a\n- b\n',
    '- 甲\n',
    'zh:5 structure: a list of 1 here, a list of 2 (line 5) in English',
  ],
  [
    'another admonition',
    ':::tip\n\nx\n\n:::\n',
    ':::note\n\n甲\n\n:::\n',
    'zh:5 structure: :::note here, :::tip (line 5) in English',
  ],
  [
    'another fence',
    '```ts\n```\n',
    '```cpp\n```\n',
    'zh:5 structure: a cpp fence here, a ts fence (line 5) in English',
  ],
  [
    'another region',
    '```ts {1}\nx\n```\n',
    '```ts {2}\nx\n```\n',
    'zh:5 structure: a ts fence {2} here, a ts fence {1} (line 5) in English',
  ],
  [
    'another link',
    'See [a](/a/).\n',
    '见[甲](/b/)。\n',
    'zh:5 structure: link to /b here, link to /a (line 5) in English',
  ],
  [
    'a missing image',
    '![a](./a.svg)\n',
    '甲。\n',
    'zh:1 structure: nothing here, image a.svg (line 5) in English',
  ],
  [
    'a table without a column',
    '|a|b|\n|-|-|\n',
    '|甲|\n|-|\n',
    'zh:5 structure: a table of 1 × 1 here, a table of 1 × 2 (line 5) in English',
  ],
])('%s is found', async (_, en, zh, finding) => {
  expect(await lessonFindings(en, zh)).toEqual([finding]);
});

test.each([
  ['text props are translated', '<Card id="x" ask="Who?" />\n', '<Card id="x" ask="是谁？" />\n'],
  ['texts in an expression are translated', "<Card of={['Yes', 'No']} />\n", "<Card of={['是', '否']} />\n"],
  ['a sentence orders its links itself', '[A](/a/) then [b](/b/).\n', '先[乙](/b/)后[甲](/a/)。\n'],
  [
    'a target may have the other locale',
    '[a](https://x.org/en-US/docs/).\n',
    '[甲](https://x.org/zh-CN/docs/)。\n',
  ],
])('%s', async (_, en, zh) => {
  expect(await lessonFindings(en, zh)).toEqual([]);
});
