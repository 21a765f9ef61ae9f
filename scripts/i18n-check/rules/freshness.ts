import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../finding.ts';
import { frontMatterValue, type Page } from '../page.ts';
import type { Pair } from '../pairs.ts';
import { hashText, sectionsOf, type Section } from '../sections.ts';

/** What a text without front matter was translated from: the translation's file, and the hash of its source. */
export const TEXT_SOURCES = 'i18n/source.json';

/** Sections that may stay behind for a while. */
const ALLOWED = 'i18n/allow-stale.json';

interface Allowance {
  file: string;
  section: string;
  /** Last day, YYYY-MM-DD. */
  until: string;
}

const readJson = <T>(root: string, file: string, empty: T): T =>
  existsSync(join(root, file)) ? (JSON.parse(readFileSync(join(root, file), 'utf8')) as T) : empty;

/** Which of two pages was written first: English, unless the English page says `source-lang: zh-Hans`. */
export const direction = (en: Page, zh: Page): { source: Page; translation: Page } =>
  frontMatterValue(en, 'source-lang') === 'zh-Hans'
    ? { source: zh, translation: en }
    : { source: en, translation: zh };

/** The hashes in a translation's `source:`. */
export function recorded(page: Page): Map<string, string> {
  const map = page.frontMatter.find((entry) => entry.key === 'source')?.value ?? '';
  return new Map(
    [...map.matchAll(/^\s+["']?([\w-]+)["']?:\s*["']?([0-9a-f]+)["']?\s*$/gm)].map(
      ([, id = '', hash = '']) => [id, hash],
    ),
  );
}

/** The sections of the source that the translation has not followed; the site puts its banner on these. */
export function staleSections(source: Page, translation: Page): Section[] {
  const hashes = recorded(translation);
  return sectionsOf(source).filter(({ id, hash }) => hashes.get(id) !== hash);
}

/**
 * (d) No translation is behind its source, unless `i18n/allow-stale.json` allows it until a day to come.
 *
 * @param today YYYY-MM-DD
 */
export function freshness(root: string, kind: Pair['kind'], en: Page, zh: Page, today: string): Finding[] {
  const { source, translation } = direction(en, zh);
  const allowances = readJson<Allowance[]>(root, ALLOWED, []);
  const find = (section: Section, known: boolean, line: number): Finding[] => {
    const allowed = allowances.find(
      ({ file, section: id }) => file === translation.file && id === section.id,
    );
    if (allowed && allowed.until >= today) return [];
    const late = allowed ? `; it was allowed until ${allowed.until}` : '';
    return [
      {
        file: translation.file,
        line,
        rule: 'freshness',
        problem: `"${section.id}" ${known ? `is behind ${source.file}:${section.line}` : 'has no recorded source'}${late}`,
        remedy: `Bring it in step, then: npm run i18n:check -- --update ${translation.file}`,
      },
    ];
  };
  if (kind === 'text') {
    const hash = readJson<Record<string, string>>(root, TEXT_SOURCES, {})[translation.file];
    const whole = { id: 'text', line: 1, hash: hashText(source.text) };
    return hash === whole.hash ? [] : find(whole, hash !== undefined, 1);
  }
  const hashes = recorded(translation);
  if (hashes.size === 0) return find({ id: 'page', line: 1, hash: '' }, false, 1);
  const lines = new Map(sectionsOf(translation).map(({ id, line }) => [id, line]));
  return staleSections(source, translation).flatMap((section) =>
    find(section, hashes.has(section.id), lines.get(section.id) ?? 1),
  );
}
