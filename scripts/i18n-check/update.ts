import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPairs } from './pairs.ts';
import { direction, TEXT_SOURCES } from './rules/freshness.ts';
import { hashText, sectionsOf } from './sections.ts';
import { readWritten, type Written } from './written.ts';

function writePage(root: string, source: Written, translation: Written): void {
  const map = sectionsOf(source).map(({ id, hash }) => `  ${id}: '${hash}'`);
  const lines = translation.text.split('\n');
  const end = lines.indexOf('---', 1);
  const entry = translation.frontMatter.find(({ key }) => key === 'source');
  const at = entry ? entry.line - 1 : end;
  const length = entry ? entry.value.split('\n').length : 0;
  lines.splice(at, length, 'source:', ...map);
  writeFileSync(join(root, translation.file), lines.join('\n'));
}

function writeText(root: string, source: Written, translation: Written): void {
  const path = join(root, TEXT_SOURCES);
  const sources = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) : {};
  sources[translation.file] = hashText(source.text);
  const sorted = Object.fromEntries(Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
}

/**
 * Records that translations are in step with their sources.
 *
 * @param files either side of each pair, below the root
 * @throws Error for a file that is no side of a complete pair, or a page without front matter
 */
export function update(root: string, files: string[]): void {
  const pairs = findPairs(root);
  for (const file of files) {
    const pair = pairs.find(({ en, zh, has }) => (en === file || zh === file) && has.en && has.zh);
    if (!pair) throw new Error(`${file} is not a text that exists in both languages`);
    const [en, zh] = [readWritten(root, pair.en), readWritten(root, pair.zh)];
    const { source, translation } = direction(en, zh);
    if (pair.kind === 'text') writeText(root, source, translation);
    else if (translation.frontMatter.length === 0) throw new Error(`${translation.file} has no front matter`);
    else writePage(root, source, translation);
  }
}
