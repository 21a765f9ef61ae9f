import { expect, test } from 'vitest';
import { course } from '../fixture.ts';
import { GLOSSARY_FILE, type Term } from '../glossary-data.ts';

const found = (...terms: unknown[]): Promise<string[]> =>
  course({ [GLOSSARY_FILE]: JSON.stringify({ never: ['您'], terms }, null, 2) }).findings();

const gate: Term = { en: ['gate'], zh: ['门锁'], bracket: true };

test('a term that wants its English wants a definition, and one that everybody knows does not', async () => {
  expect(await found({ en: ['thread'], zh: ['线程'] }, gate)).toEqual([
    'i18n/glossary.json:16 glossary: "gate" has no definition',
  ]);
});

test('a definition is in both languages, and its Chinese is set as Chinese', async () => {
  expect(await found({ ...gate, about: { en: 'A lock.', 'zh-Hans': '一把锁。' } })).toEqual([]);
  expect(await found({ ...gate, about: { en: 'A lock.' } })).toEqual([
    'i18n/glossary.json:8 messages: "gate": there is no Chinese text',
  ]);
  expect(await found({ ...gate, about: { en: 'A lock.', 'zh-Hans': '您的锁,一把。' } })).toEqual([
    'i18n/glossary.json:8 glossary: "gate": “您” is a word this course never uses',
    expect.stringContaining('typography: "gate": half-width punctuation'),
  ]);
});
