import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { siteTexts } from '../../../scripts/i18n-check/rules/site-texts.ts';

export type Locale = 'en' | 'zh-Hans';
export const locales: readonly Locale[] = ['en', 'zh-Hans'];

/** The site's text with this id in one language; throws for an id that the site does not have. */
export type Words = (id: string) => string;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { messages } = await siteTexts(root, (file) => readFileSync(`${root}${file}`, 'utf8'));

/** What the site says in a language: tests find buttons by the words that a reader sees on them. */
export function wordsOf(locale: Locale): Words {
  return (id) => {
    const found = messages.find(({ key }) => key === id);
    const text = locale === 'en' ? found?.en : found?.zh;
    if (!text) throw new Error(`the site has no text ${id} in ${locale}`);
    return text;
  };
}
