import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../finding.ts';
import type { Pair } from '../pairs.ts';
import { hashText, sectionsOf, type Section } from '../sections.ts';
import { frontMatterValue, type Written } from '../written.ts';

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
export const direction = (en: Written, zh: Written): { source: Written; translation: Written } =>
  frontMatterValue(en, 'source-lang') === 'zh-Hans'
    ? { source: zh, translation: en }
    : { source: en, translation: zh };

/** The hashes in a translation's `source:`. */
function recorded(page: Written): Map<string, string> {
  const map = page.frontMatter.find((entry) => entry.key === 'source')?.value ?? '';
  return new Map(
    [...map.matchAll(/^\s+["']?([\w-]+)["']?:\s*["']?([0-9a-f]+)["']?\s*$/gm)].map(
      ([, id = '', hash = '']) => [id, hash],
    ),
  );
}

/** A part of a source that its translation has not followed. */
export interface Behind {
  section: Section;
  /** It was in step once. */
  known: boolean;
}

/**
 * What a translation has not followed; the site puts its banner on these sections. A text is one section, and so is a page whose
 * source was never recorded.
 */
export function behind(root: string, kind: Pair['kind'], en: Written, zh: Written): Behind[] {
  const { source, translation } = direction(en, zh);
  const whole = (id: string): Section => ({ id, heading: '', line: 1, hash: hashText(source.text) });
  if (kind === 'text') {
    const hash = readJson<Record<string, string>>(root, TEXT_SOURCES, {})[translation.file];
    const section = whole('text');
    return hash === section.hash ? [] : [{ section, known: hash !== undefined }];
  }
  const hashes = recorded(translation);
  if (hashes.size === 0) return [{ section: whole('page'), known: false }];
  return sectionsOf(source)
    .filter(({ id, hash }) => hashes.get(id) !== hash)
    .map((section) => ({ section, known: hashes.has(section.id) }));
}

/**
 * (d) No translation is behind its source, unless `i18n/allow-stale.json` allows it until a day to come.
 *
 * @param today YYYY-MM-DD
 */
export function freshness(
  root: string,
  kind: Pair['kind'],
  en: Written,
  zh: Written,
  today: string,
): Finding[] {
  const { source, translation } = direction(en, zh);
  const allowances = readJson<Allowance[]>(root, ALLOWED, []);
  const lines = new Map(sectionsOf(translation).map(({ id, line }) => [id, line]));
  return behind(root, kind, en, zh).flatMap(({ section, known }) => {
    const allowed = allowances.find(
      ({ file, section: id }) => file === translation.file && id === section.id,
    );
    if (allowed && allowed.until >= today) return [];
    const late = allowed ? `; it was allowed until ${allowed.until}` : '';
    return [
      {
        file: translation.file,
        line: lines.get(section.id) ?? 1,
        rule: 'freshness',
        problem: `"${section.id}" ${known ? `is behind ${source.file}:${section.line}` : 'has no recorded source'}${late}`,
        remedy: `Bring it in step, then: npm run i18n:check -- --update ${translation.file}`,
      },
    ];
  });
}
