import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtSites } from '../../scripts/built-site.ts';
import { withoutUnused } from '../plugins/unused-styles.ts';

/** Whether the style sheet has lost a selector. */
function isDropped(selector: string): boolean {
  let dropped = false;
  withoutUnused.Rule({ selectors: [selector], remove: () => void (dropped = true) });
  return dropped;
}

test('no page has a class whose rules were left out of the style sheet', () => {
  const site = builtSites['/'];
  const classes = new Set(
    readdirSync(site, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .flatMap((file) => [...readFileSync(join(site, file), 'utf8').matchAll(/\sclass="?([^">]+)/g)])
      .flatMap(([, names = '']) => names.split(' ')),
  );
  const { resolve } = createRequire(import.meta.url);
  const infima = readFileSync(resolve('infima/dist/css/default/default.css'), 'utf8');
  const selectors = infima
    .replace(/\/\*[^]*?\*\//g, '')
    .split(/\{[^{}]*\}|[{}]/)
    .flatMap((text) => text.split(','))
    .filter((selector) => {
      const named = [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name);
      return named.length > 0 && named.every((name) => classes.has(name));
    });
  expect(selectors.length).toBeGreaterThan(50);
  expect(selectors.filter(isDropped)).toEqual([]);
});
