import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const chinese = JSON.parse(readFileSync(`${root}i18n/zh-Hans/code.json`, 'utf8')) as Record<
  string,
  { message: string }
>;
const own = (id: string) => !id.startsWith('theme.');

/** id → English default, as the sources say it. */
const english = new Map<string, string>();
for (const path of readdirSync(`${root}site/src`, { recursive: true, encoding: 'utf8' })) {
  if (!/\.tsx?$/.test(path)) continue;
  const text = readFileSync(`${root}site/src/${path}`, 'utf8');
  for (const [, id, message] of text.matchAll(/translate\(\s*\{\s*id: '([\w.]+)',\s*message:\s*'([^']*)'/g)) {
    english.set(id!, message!);
  }
  for (const [, id, message] of text.matchAll(/<Translate\s+id="([\w.]+)"[^>]*?>([\s\S]*?)<\/Translate>/g)) {
    english.set(id!, message!);
  }
}

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).toSorted();

it('has a Chinese text for every English one, and none without', () => {
  expect(Object.keys(chinese).filter(own).toSorted()).toEqual([...english.keys()].toSorted());
});

it.each([...english])('fills the same values in both languages: %s', (id, message) => {
  expect(holes(chinese[id]!.message)).toEqual(holes(message));
});

it.each(Object.entries(chinese))('is Chinese: %s', (_id, { message }) => {
  expect(message.replace(/\{\w+\}/g, '')).not.toMatch(/[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/);
});
