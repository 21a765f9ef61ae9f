import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { offlineList } from './offline.ts';

function built(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'offline-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const files = {
  'index.html': 'home',
  '404.html': 'not found',
  'lessons/one/index.html': 'one',
  'assets/js/main.1a2b.js': 'main',
  'engine/worker.js': 'worker',
  'zh-Hans/index.html': '首页',
  'offline.json': '{}',
  'service-worker.js': '',
  'sitemap.xml': '',
  'search-index-old.json': '',
};
const addressesOf = (...given: Parameters<typeof offlineList>): string[] =>
  offlineList(...given).files.map(({ address }) => address);

test('a list has each page by its address, and nothing of other languages or of the copy itself', () => {
  expect(addressesOf(built(files), ['zh-Hans'], '', ['search-index-1.json'])).toEqual([
    '404.html',
    'assets/js/main.1a2b.js',
    'engine/worker.js',
    '',
    'lessons/one/',
    'search-index-1.json',
  ]);
});

test('every language shares the engine of the default one', () => {
  expect(addressesOf(built(files), ['zh-Hans'], '../')).toContain('../engine/worker.js');
});

test('the version changes with any byte of any file, and with nothing else', () => {
  const { version } = offlineList(built(files), [], '');
  expect(offlineList(built(files), [], '').version).toBe(version);
  expect(offlineList(built({ ...files, 'engine/worker.js': 'Worker' }), [], '').version).not.toBe(version);
});
