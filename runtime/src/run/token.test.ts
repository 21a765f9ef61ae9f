import { expect, test } from 'vitest';
import { formatToken, parseToken, type Token } from './token.ts';

const token: Token = {
  scenario: 'two-readers',
  steps: [
    { context: 'A', word: 'ld', alternative: 0 },
    { context: 'A', word: 'wk', alternative: 2 },
    { context: 'usb irq 0', word: 'deliver', alternative: 0 },
    { context: '线程-1.~', word: 'st', alternative: 0 },
  ],
};

test('a token reads back as what it was written from', () => {
  expect(parseToken(formatToken(token))).toEqual(token);
});

test('a token is one word of plain ASCII', () => {
  expect(formatToken(token)).toBe(
    'wl1:two%2Dreaders:A-ld.wk~2;usb%20irq%200-deliver;%E7%BA%BF%E7%A8%8B%2D1%2E%7E-st',
  );
});

test('the empty schedule has a token', () => {
  expect(parseToken('wl1:x:')).toEqual({ scenario: 'x', steps: [] });
});

test.each([
  '',
  'wl1',
  'wl2:a:A-ld',
  'wl1:a:A',
  'wl1:a:A-',
  'wl1:a:-ld',
  'wl1:a:A-ld~x',
  'wl1:%:A-ld',
  'wl1:a:A-ld:b',
])('refuses %j, which is no token', (text) => {
  expect(parseToken(text)).toBeUndefined();
});
