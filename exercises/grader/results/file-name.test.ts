import { expect, test } from 'vitest';
import { safeName } from './file-name.ts';

const names = [
  '../x',
  'a/b',
  'a-b',
  'CON',
  '',
  '王',
  'A',
  'a',
  'Zoe\u0308',
  'Zo\u00EB',
  'x'.repeat(300),
  'a\u0000b',
];

test.each(names.map((name) => [name]))('%j becomes a name for any file system', (name) => {
  expect(safeName(Buffer.from(name))).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}\.[0-9a-f]{16}$/);
});

test('no two are alike, even where case and composition do not count', () => {
  const made = [...names.map((name) => Buffer.from(name)), Buffer.from([0xff]), Buffer.from([0xfe])].map(
    safeName,
  );
  expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(made.length);
});
