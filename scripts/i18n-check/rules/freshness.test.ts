import { expect, test } from 'vitest';
import { course, EN, lesson, ZH } from '../fixture.ts';

const en = 'Intro.\n\n## A {/* #a */}\n\nOne.\n\n## B {/* #b */}\n\nTwo.\n';
const zh = '引言。\n\n## 甲 {/* #a */}\n\n一。\n\n## 乙 {/* #b */}\n\n二。\n';

test('only the section whose English changed is behind', async () => {
  const made = lesson(en, zh);
  made.write(EN, made.read(EN).replace('Two.', 'Three.'));
  expect(await made.findings()).toEqual([`${ZH}:15 freshness: "b" is behind ${EN}:11`]);
});

test('a line break or a Chinese correction makes nothing stale', async () => {
  const made = lesson(en, zh);
  made.write(EN, made.read(EN).replace('Intro.\n', '\nIntro.\n\n'));
  made.write(ZH, made.read(ZH).replace('二。', '两个。'));
  expect(await made.findings()).toEqual([]);
});

test('a new title makes the introduction stale', async () => {
  const made = lesson(en, zh);
  made.write(EN, made.read(EN).replace('title: The gate', 'title: Gates'));
  expect(await made.findings()).toEqual([`${ZH}:1 freshness: "intro" is behind ${EN}:1`]);
});

test('a page that was never recorded is found; recording it twice changes nothing', async () => {
  const made = lesson('A.\n', '甲。\n');
  const recorded = made.read(ZH);
  made.update(EN);
  expect(made.read(ZH)).toBe(recorded);
  made.write(ZH, recorded.replace(/source:\n.*\n/, ''));
  expect(await made.findings()).toEqual([`${ZH}:1 freshness: "page" has no recorded source`]);
});

test('a section may stay behind until the day the allow file names', async () => {
  const made = lesson(en, zh);
  made.write(EN, made.read(EN).replace('Two.', 'Three.'));
  made.write('i18n/allow-stale.json', JSON.stringify([{ file: ZH, section: 'b', until: '2026-11-30' }]));
  expect(await made.findings('2026-11-30')).toEqual([]);
  expect(await made.findings('2026-12-01')).toEqual([
    `${ZH}:15 freshness: "b" is behind ${EN}:11; it was allowed until 2026-11-30`,
  ]);
});

test('where Chinese was written first, English is the one to follow', async () => {
  const made = lesson('A.\n', '甲。\n');
  made.write(ZH, made.read(ZH).replace(/source:\n.*\n/, ''));
  made.write(EN, made.read(EN).replace('---\n', '---\nsource-lang: zh-Hans\n'));
  made.update(EN);
  expect(await made.findings()).toEqual([]);
  made.write(ZH, made.read(ZH).replace('甲。', '甲乙。'));
  expect(await made.findings()).toEqual([`${EN}:1 freshness: "intro" is behind ${ZH}:1`]);
});

test('the texts of an exercise are recorded as a whole', async () => {
  const [text, chinese] = ['exercises/one/a.en.md', 'exercises/one/a.zh-Hans.md'];
  const made = course({ [text]: 'One.\n', [chinese]: '一。\n' });
  expect(await made.findings()).toEqual([`${chinese}:1 freshness: "text" has no recorded source`]);
  made.update(chinese);
  expect(await made.findings()).toEqual([]);
  made.write(text, 'Two.\n');
  expect(await made.findings()).toEqual([`${chinese}:1 freshness: "text" is behind ${text}:1`]);
});

test('what is in one language only cannot be recorded', () => {
  expect(() => course({ [EN]: 'A.\n' }).update(EN)).toThrow(
    `${EN} is not a text that exists in both languages`,
  );
});
