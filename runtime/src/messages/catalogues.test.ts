import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogues as chinesePage } from './catalogues.page.zh-Hans.ts';
import { catalogues as englishPage } from './catalogues.page.en.ts';
import { catalogues } from './catalogues.ts';
import { catalogues as worker } from './catalogues.worker.ts';

const site = join(import.meta.dirname, '../../../site/src');
const asked = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .flatMap((file) => [...readFileSync(join(site, file), 'utf8').matchAll(/\bsay\(\s*['`]([\w-]+\.[\w.-]*)/g)])
  .map(([, code = '']) => code);

test('a page has what it says by itself, in its language', () => {
  expect(asked).toContain('trace.not-shortest');
  const known = Object.keys(englishPage.en);
  expect(asked.filter((code) => !known.some((one) => one.startsWith(code)))).toEqual([]);
  for (const [code, text] of Object.entries(chinesePage['zh-Hans'])) {
    expect(text).toBe(catalogues['zh-Hans'][code as keyof typeof catalogues.en]);
  }
  expect(Object.keys(chinesePage.en).toSorted()).toEqual(Object.keys(englishPage.en).toSorted());
});

test('an engine in a worker has every sentence but those of the command line, in both languages', () => {
  const all = Object.keys(catalogues.en);
  const unsaid = all.filter((code) => !(code in worker.en));
  expect(unsaid).toContain('cli.help');
  expect(unsaid.filter((code) => !/^(cli|submission)\.|^status\.refused$/.test(code))).toEqual([]);
  expect(Object.keys(worker['zh-Hans'])).toEqual(Object.keys(worker.en));
});
