import type { Finding } from '../finding.ts';
import type { Page } from '../page.ts';
import type { Pair } from '../pairs.ts';

/** What a translator writes anew; every other value must be the same in both languages. */
const TRANSLATED = new Set([
  'title',
  'description',
  'sidebar_label',
  'pagination_label',
  'keywords',
  'tags',
  'minutes',
]);

/** Only a translation has these. */
const OWN = new Set(['source', 'source-lang']);

/** (a) Every text exists in both languages. */
export function unpaired({ en, zh, has }: Pair): Finding[] {
  if (has.en && has.zh) return [];
  return has.en
    ? [{ file: en, line: 1, rule: 'pairing', problem: 'there is no Chinese version', remedy: `Write ${zh}` }]
    : [
        {
          file: zh,
          line: 1,
          rule: 'pairing',
          problem: 'there is no English version; the site leaves this file out',
          remedy: `Write ${en}, or delete this file`,
        },
      ];
}

/** (a) The front matter of both has the same keys, and the same values where nothing is to be translated. */
export function frontMatter(en: Page, zh: Page): Finding[] {
  const rule = 'front-matter';
  const missing = (from: Page, to: Page, language: string): Finding[] =>
    from.frontMatter
      .filter(({ key }) => !OWN.has(key) && !to.frontMatter.some((entry) => entry.key === key))
      .map(({ key }) => ({
        file: to.file,
        line: 1,
        rule,
        problem: `"${key}" is in the ${language} front matter only`,
        remedy: `Add "${key}" here, or take it out of ${from.file}`,
      }));
  const differing = zh.frontMatter.flatMap(({ key, value, line }) => {
    const english = en.frontMatter.find((entry) => entry.key === key);
    if (!english || OWN.has(key) || TRANSLATED.has(key) || english.value === value) return [];
    return [
      {
        file: zh.file,
        line,
        rule,
        problem: `"${key}" is ${value || 'empty'} here and ${english.value || 'empty'} in English`,
        remedy: `Give both pages the same "${key}"`,
      },
    ];
  });
  return [...missing(en, zh, 'English'), ...missing(zh, en, 'Chinese'), ...differing];
}
