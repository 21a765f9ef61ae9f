import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locale } from '../../scripts/reader-comments.ts';
import remarkRegion from './remark-region.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'remark-region-'));
  mkdirSync(join(root, 'lessons/cpp'), { recursive: true });
  mkdirSync(join(root, 'exercises/15a'), { recursive: true });
  writeFileSync(
    join(root, 'lessons/cpp/fan.cpp'),
    'int a;\n// #region racy\n  // en: read\n  // zh: 读\n  a = a + 1;\n// #endregion\n// #region half\n// en: x\n// #endregion\n',
  );
  writeFileSync(join(root, 'exercises/15a/starter.ts'), 'export const x = 1;\n');
});

afterAll(() => rmSync(root, { recursive: true }));

/** Fills one fence as a build would; a failure comes back as its message. */
function fill(meta: string | null, value = '', locale: Locale = 'en'): string {
  const code = { type: 'code', meta, value };
  const page = {
    fail(reason: string): never {
      throw new Error(reason);
    },
  };
  remarkRegion({ root, locale })({ type: 'root', children: [{ type: 'listItem', children: [code] }] }, page);
  return code.value;
}

test('an empty fence gets its region, with the comments in the page’s language', () => {
  expect(fill('title="Fan" file=cpp/fan.cpp region=racy')).toBe('\n// read\na = a + 1;');
  expect(fill('file=cpp/fan.cpp region=racy', '', 'zh-Hans')).toBe('\n// 读\na = a + 1;');
});

test('a path with a leading slash starts at the root', () => {
  expect(fill('file=/exercises/15a/starter.ts')).toBe('export const x = 1;');
});

test('other fences stay as they are', () => {
  expect(fill('title="profile=x"', 'body')).toBe('body');
  expect(fill(null, 'body')).toBe('body');
});

test('whatever is missing fails the build and is named', () => {
  expect(() => fill('file=cpp/gone.cpp')).toThrow('no file lessons/cpp/gone.cpp');
  expect(() => fill('file=cpp/fan.cpp region=gone')).toThrow('lessons/cpp/fan.cpp: no region "gone"');
  expect(() => fill('file=cpp/fan.cpp region=half')).toThrow(/fan\.cpp, region "half".*has no "\/\/ zh:"/);
});

test('a fence with both a file and a body fails the build', () => {
  expect(() => fill('file=cpp/fan.cpp region=racy', 'copied')).toThrow('the code comes from the file');
});

test('a path out of the project fails the build', () => {
  expect(() => fill('file=../../secret.ts')).toThrow('outside the project');
});
