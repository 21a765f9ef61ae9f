import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conformance } from './judge.ts';
import { pages, pageText } from './page.ts';
import { classes, differs, files } from './table.ts';

const root = join(import.meta.dirname, '../..');

describe('the runtime, held against the table of what XNU has', () => {
  it('implements and tests every method and every row', () => {
    expect(conformance().gaps).toEqual([]);
  });

  it('knows the file of every class', () => {
    expect(Object.keys(files)).toEqual(Object.keys(classes));
  });

  it('gives reasons for nothing that it does not list', () => {
    const listed = Object.entries(classes).flatMap(([name, list]) => [
      name,
      ...list
        .trim()
        .split(/\s+/)
        .map((method) => `${name}.${method}`),
    ]);
    expect(Object.keys(differs).filter((name) => !listed.includes(name))).toEqual([]);
  });

  it.each(['en', 'zh-Hans'] as const)(
    'is what the page says in %s: npm run conformance -- --write',
    (locale) => {
      expect(readFileSync(join(root, pages[locale]), 'utf8')).toBe(pageText(locale));
    },
  );
});
