import { expect, test } from 'vitest';
import { formatToken, parseToken, type Token } from './token.ts';

const token: Token = {
  scenario: 'two-readers',
  steps: [
    { context: 'A', word: 'ld', alternative: 0, object: 'fan.rpm' },
    { context: 'A', word: 'wk', alternative: 2, object: 'a,b:c' },
    { context: 'usb irq 0', word: 'deliver', alternative: 0 },
    { context: '线程-1.~', word: 'st', alternative: 0, object: 'fan.rpm' },
    { context: 'usb', word: '3-way. move', alternative: 0 },
  ],
};

test('a token reads back as what it was written from', () => {
  expect(parseToken(formatToken(token))).toEqual(token);
});

test('a token is one word of plain ASCII', () => {
  expect(formatToken(token)).toBe(
    'wl2:two-readers:fan.rpm,a%2Cb%3Ac:A-0ld.1wk~2;usb%20irq%200-deliver;%E7%BA%BF%E7%A8%8B-1.~-0st;usb-%33%2Dway%2E%20move',
  );
});

test('tokens of the first version, which name no objects, are still read', () => {
  expect(
    parseToken('wl1:two%2Dreaders:A-ld.wk~2;usb%20irq%200-deliver;%E7%BA%BF%E7%A8%8B%2D1%2E%7E-st'),
  ).toEqual({
    scenario: 'two-readers',
    steps: token.steps.slice(0, 4).map(({ context, word, alternative }) => ({ context, word, alternative })),
  });
});

test('the empty schedule has a token', () => {
  expect(parseToken('wl1:x:')).toEqual({ scenario: 'x', steps: [] });
  expect(parseToken(formatToken({ scenario: 'x', steps: [] }))).toEqual({ scenario: 'x', steps: [] });
});

test.each([
  '',
  'wl1',
  'wl2',
  'wl2:a:A-ld',
  'wl3:a::A-ld',
  'wl1:a:A',
  'wl1:a:A-',
  'wl1:a:-ld',
  'wl1:a:A-ld~x',
  'wl1:%:A-ld',
  'wl1:a:A-ld:b',
  'wl1:a:A-1ld',
  'wl2:a:x:A-1ld',
  'wl2:a:x:A-0',
])('refuses %j, which is no token', (text) => {
  expect(parseToken(text)).toBeUndefined();
});
