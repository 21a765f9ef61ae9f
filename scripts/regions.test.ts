import { expect, test } from 'vitest';
import { extractRegion, RegionError } from './regions.ts';

const source = `#include <IOKit/IOLocks.h>
struct Fan {
  // #region whole
  void bump() {
    // #region racy
    count = count + 1;

    again();
    // #endregion
  }
  // #endregion
};
`;

test('a region loses its indentation and keeps its line numbers', () => {
  expect(extractRegion(source, 'fan.cpp', 'racy')).toEqual({
    text: 'count = count + 1;\n\nagain();',
    lines: [6, 7, 8],
  });
});

test('an outer region contains the inner one without its marker lines', () => {
  expect(extractRegion(source, 'fan.cpp', 'whole').text).toBe(
    'void bump() {\n  count = count + 1;\n\n  again();\n}',
  );
});

test('without a name the whole file comes, marker lines removed', () => {
  const { text, lines } = extractRegion(source, 'fan.cpp');
  expect(text).not.toContain('region');
  expect(lines).toEqual([1, 2, 4, 6, 7, 8, 10, 12]);
});

test('a region that vanished is an error that names the file and the region', () => {
  expect(() => extractRegion(source, 'fan.cpp', 'fixed')).toThrow(
    new RegionError('fan.cpp: no region "fixed"'),
  );
});

test('a region named twice is an error', () => {
  expect(() => extractRegion(source + source, 'fan.cpp', 'racy')).toThrow(
    'fan.cpp: region "racy" is there 2 times',
  );
});

test('markers that do not match up are an error', () => {
  expect(() => extractRegion('// #region a\n', 'a.cpp', 'a')).toThrow('a.cpp: region "a" has no #endregion');
  expect(() => extractRegion('\n// #endregion\n', 'a.cpp')).toThrow('a.cpp:2: #endregion without #region');
});

test('a word that only begins like the region is another region', () => {
  expect(() => extractRegion('// #region racy-fixed\n// #endregion\n', 'a.cpp', 'racy')).toThrow(
    'no region "racy"',
  );
});
