import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { withoutUnused } from './unused-styles.ts';

/** What is left of a rule's selectors. */
function left(...selectors: string[]): string[] {
  let removed = false;
  const rule = { selectors, remove: () => void (removed = true) };
  withoutUnused.Rule(rule);
  return removed ? [] : rule.selectors;
}

it('drops a rule that only unused families have', () => {
  expect(left('.hero--dark', '.navbar .dropdown__menu')).toEqual([]);
});

it('keeps the other selectors of a rule', () => {
  expect(left('.badge', 'a', '.pagination-nav__link')).toEqual(['a', '.pagination-nav__link']);
});

const drops = (prop: string): boolean => {
  let removed = false;
  withoutUnused.Declaration({ prop, remove: () => void (removed = true) });
  return removed;
};

it('drops the variables of a family with it', () => {
  expect(drops('--ifm-hero-text-color')).toBe(true);
  expect(drops('--ifm-navbar-height')).toBe(false);
});

it('leaves no rule that reads a variable it drops', () => {
  const { resolve } = createRequire(import.meta.url);
  const theme = dirname(resolve('@docusaurus/theme-classic/package.json'));
  const folders = [join(import.meta.dirname, '../src'), join(theme, 'lib')];
  const ours = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  const infima = readFileSync(resolve('infima/dist/css/default/default.css'), 'utf8').replace(
    /\/\*[^]*?\*\//g,
    '',
  );
  const rules = [...infima.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, selectors = '']) => left(...selectors.split(',')).length > 0)
    .map(([, , body = '']) =>
      body.replace(/(--[\w-]+):[^;]*;/g, (all, prop: string) => (drops(prop) ? '' : all)),
    );
  const read = [...ours, ...rules].flatMap((text) => [...text.matchAll(/var\(\s*(--[\w-]+)/g)]);
  expect(read.length).toBeGreaterThan(500);
  expect([...new Set(read.map(([, name = '']) => name).filter(drops))]).toEqual([]);
});
