import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A text in two languages; a side that does not exist is the name it should have. */
export interface Pair {
  /** A page has front matter and explicit heading ids; a text (of an exercise, a read-me) has neither. */
  kind: 'page' | 'text';
  en: string;
  zh: string;
  /** The sides that exist. */
  has: { en: boolean; zh: boolean };
}

const PAGES = [
  { en: 'lessons', zh: 'i18n/zh-Hans/docusaurus-plugin-content-docs/current' },
  { en: 'site/src/pages', zh: 'i18n/zh-Hans/docusaurus-plugin-content-pages' },
];

/** Every file below a folder that passes, as paths below the folder, sorted. */
export function filesBelow(folder: string, passes: (file: string) => boolean): string[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    if (entry.isDirectory()) {
      return filesBelow(join(folder, entry.name), passes).map((file) => `${entry.name}/${file}`);
    }
    return entry.isFile() && passes(entry.name) ? [entry.name] : [];
  });
  return found.sort();
}

const union = (a: string[], b: string[]): string[] => [...new Set([...a, ...b])].sort();

function pagePairs(root: string): Pair[] {
  const isPage = (file: string): boolean => file.endsWith('.mdx');
  return PAGES.flatMap(({ en, zh }) => {
    const inEnglish = filesBelow(join(root, en), isPage);
    const inChinese = filesBelow(join(root, zh), isPage);
    return union(inEnglish, inChinese).map((file) => ({
      kind: 'page' as const,
      en: `${en}/${file}`,
      zh: `${zh}/${file}`,
      has: { en: inEnglish.includes(file), zh: inChinese.includes(file) },
    }));
  });
}

function textPairs(root: string): Pair[] {
  const texts = filesBelow(join(root, 'exercises'), (file) => /\.(en|zh-Hans)\.md$/.test(file));
  const stems = union(
    texts.map((file) => file.replace(/\.(en|zh-Hans)\.md$/, '')),
    [],
  );
  const exercises = stems.map((stem) => ({
    en: `exercises/${stem}.en.md`,
    zh: `exercises/${stem}.zh-Hans.md`,
  }));
  const readMes = ['', 'docs/'].flatMap((folder) =>
    (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [])
      .filter((file) => file.endsWith('.zh-Hans.md'))
      .map((file) => ({ en: `${folder}${file.replace('.zh-Hans.md', '.md')}`, zh: `${folder}${file}` })),
  );
  return [...exercises, ...readMes].map(({ en, zh }) => ({
    kind: 'text',
    en,
    zh,
    has: { en: existsSync(join(root, en)), zh: existsSync(join(root, zh)) },
  }));
}

/** Everything that exists in either language. */
export const findPairs = (root: string): Pair[] => [...pagePairs(root), ...textPairs(root)];
