import { expect, test } from 'vitest';
import { csv, csvCell } from './csv.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n-1'])(
  '%j is text to a spreadsheet',
  (text) => {
    expect(csvCell(text)).toBe(`"'${text}"`);
  },
);

test('a negative number of ours is a number', () => {
  expect(csvCell(-1)).toBe('"-1"');
});

test('quotes are doubled, and commas and line breaks stay inside their cell', () => {
  expect(csv([['a"b', 'c,d', 'e\nf', null, 5]])).toBe('\uFEFF"a""b","c,d","e\nf","","5"\r\n');
});
