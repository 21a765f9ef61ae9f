import { expect, test } from 'vitest';
import { course, EN, lesson, ZH } from '../fixture.ts';

test('a lesson without its Chinese is found', async () => {
  expect(await course({ [EN]: 'Only English.\n' }).findings()).toEqual([
    `${EN}:1 pairing: there is no Chinese version`,
  ]);
});

test('a Chinese page without its English is found, for the site would leave it out', async () => {
  expect(await course({ [ZH]: '只有中文。\n' }).findings()).toEqual([
    `${ZH}:1 pairing: there is no English version; the site leaves this file out`,
  ]);
});

test('site pages and exercise texts are paired too', async () => {
  const made = course({ 'site/src/pages/a.mdx': 'A.\n', 'exercises/one/09a/hint-1.zh-Hans.md': '提示。\n' });
  expect(await made.findings()).toEqual([
    'exercises/one/09a/hint-1.zh-Hans.md:1 pairing: there is no English version; the site leaves this file out',
    'site/src/pages/a.mdx:1 pairing: there is no Chinese version',
  ]);
});

test('front matter has the same keys, and the same values where nothing is translated', async () => {
  const made = lesson('A.\n', '甲。\n');
  made.write(ZH, made.read(ZH).replace('sidebar_position: 9', 'sidebar_position: 10\nslug: /x'));
  expect(await made.findings()).toEqual([
    `${ZH}:3 front-matter: "sidebar_position" is 10 here and 9 in English`,
    `${EN}:1 front-matter: "slug" is in the Chinese front matter only`,
  ]);
});
