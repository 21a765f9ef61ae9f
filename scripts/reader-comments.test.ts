import { expect, test } from 'vitest';
import { readerComments } from './reader-comments.ts';

const code = `lock();
  // en: The gate is closed here.
  // zh: 这里门锁已经关上。
  work();
unlock(); // plain`;

test('the reader sees one language, at the same line, and the line count stays', () => {
  expect(readerComments(code, 'en')).toBe(
    'lock();\n\n  // The gate is closed here.\n  work();\nunlock(); // plain',
  );
  expect(readerComments(code, 'zh-Hans')).toBe(
    'lock();\n\n  // 这里门锁已经关上。\n  work();\nunlock(); // plain',
  );
});

test('a comment of several lines keeps the line count when the languages differ in length', () => {
  const long = '// en: one\n// en: two\n// zh: 一\nx';
  expect(readerComments(long, 'en')).toBe('\n// one\n// two\nx');
  expect(readerComments(long, 'zh-Hans')).toBe('\n\n// 一\nx');
});

test('two comments in a row are two pairs', () => {
  expect(readerComments('// en: a\n// zh: 甲\n// en: b\n// zh: 乙', 'zh-Hans')).toBe('\n// 甲\n\n// 乙');
});

test('a comment in one language only is an error with its line', () => {
  expect(() => readerComments('x\n// en: only English\ny', 'en')).toThrow('line 2: "// en:" has no "// zh:"');
  expect(() => readerComments('// zh: 只有中文', 'en')).toThrow('line 1: "// zh:" has no "// en:"');
});
