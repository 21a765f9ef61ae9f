import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isMessage, say, sayBoth } from './index.ts';

const source = join(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    /^(guest|kernel|iokit|run|devices).*(?<!\.test|\.generated|directed)\.ts$/.test(file) &&
    !file.includes('testing'),
);
const patterns = [
  /refuse\(\s*'([a-z-]+)'/g,
  /new ProgramFault\(\s*'[a-z-]+',\s*'([a-z-]+)'/g,
  /'violation',\s*'([a-z-]+)'/g,
];
const codes = files.flatMap((file) => {
  const text = readFileSync(join(source, file), 'utf8');
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => [match[1] ?? '', file]));
});

test.each(codes)('%s, which %s says, has a sentence', (code) => {
  expect(isMessage(`refusal.${code}`)).toBe(true);
});

test('finds the codes it is to look after', () => {
  expect(codes.length).toBeGreaterThan(40);
});

test('puts data into a sentence, numbers with commas', () => {
  expect(say('verdict.holds', { states: 11321 }, 'en')).toBe('Holds in all 11,321 states.');
  expect(say('verdict.holds', { states: 11321 }, 'zh-Hans')).toBe('在全部 11,321 个状态中均成立。');
});

test('chooses singular and plural', () => {
  const fails = (preemptions: number): string =>
    say('verdict.fails.preemptions', { preemptions, summary: 'x.' }, 'en');
  expect([fails(1), fails(2)]).toEqual(['Fails with 1 preemption: x.', 'Fails with 2 preemptions: x.']);
});

test('a code without a sentence is called a bug of ours', () => {
  expect(sayBoth('nonsense', {}).en).toBe('internal bug: no message nonsense');
});
