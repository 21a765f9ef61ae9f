import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test('a command, its operands and its options', () => {
  expect(readArguments(['grade', 'in', '--out', 'results', '--jobs', '3', '--resume'], {})).toEqual({
    command: 'grade',
    operands: ['in'],
    locale: 'en',
    out: 'results',
    jobs: 3,
    resume: true,
    json: false,
    engine: 'graph',
    all: false,
  });
});

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-Hans'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LC_ALL: '', LANG: 'zh_SG' }, 'zh-Hans'],
  [{}, 'en'],
])('the language is the environment’s: %j', (env, locale) => {
  expect(readArguments(['doctor'], env).locale).toBe(locale);
});

test('--lang says otherwise', () => {
  expect(readArguments(['doctor', '--lang', 'en'], { LANG: 'zh_CN' }).locale).toBe('en');
});

test.each([
  [['graed'], 'cli.usage.command'],
  [['toString'], 'cli.usage.command'],
  [['grade', '--fast'], 'cli.usage.option'],
  [['grade', '--jobs', '0'], 'cli.usage.number'],
  [['grade', '--timeout', 'soon'], 'cli.usage.number'],
  [['grade', '--lang', 'fr'], 'cli.usage.lang'],
  [['explore', 'x.ts', '--engine', 'spin'], 'cli.usage.engine'],
  [['explore', 'x.ts', '--seed', '-1'], 'cli.usage.option'],
  [['explore', 'x.ts', '--bound-preemptions', '1.5'], 'cli.usage.count'],
])('%j is refused as %s', (argv, code) => {
  expect(() => readArguments(argv, {})).toThrow(expect.objectContaining({ code }));
});
