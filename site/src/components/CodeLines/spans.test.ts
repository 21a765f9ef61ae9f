import { expect, it } from 'vitest';
import { spansOf } from './spans';

const token = (content: string, ...types: string[]) => ({ content, types });

it('joins what has one color, with the spaces between and the end of the line', () => {
  const line = [
    token('a', 'plain'),
    token('.', 'punctuation'),
    token(' ', 'plain'),
    token(')', 'punctuation'),
  ];
  expect(spansOf(line)).toEqual([
    { kind: undefined, text: 'a' },
    { kind: 'quiet', text: '. )\n' },
  ]);
});

it('takes the color of the narrowest kind that has one', () => {
  expect(spansOf([token('0', 'string', 'number', 'unheard-of')])).toEqual([{ kind: 'number', text: '0\n' }]);
});

it('shows a line without anything as its end', () => {
  expect(spansOf([{ ...token('\n', 'plain'), empty: true }])).toEqual([{ kind: undefined, text: '\n' }]);
});
