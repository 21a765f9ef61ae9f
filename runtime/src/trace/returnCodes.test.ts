import { expect, test } from 'vitest';
import * as IOReturn from '../iokit/IOReturn.ts';
import { isReturnCodeText, returnCodeText, withReturnCodes } from './returnCodes.ts';

const codes = Object.entries(IOReturn).filter(([, value]) => value !== 0);

test.each(codes)('%s is shown by its name', (name, value) => {
  expect(returnCodeText(value)).toBe(name);
  expect(isReturnCodeText(name)).toBe(true);
});

test('success and counts stay numbers', () => {
  const numbers = [
    0,
    1,
    -1,
    30,
    2 ** 31,
    -0x20000001,
    -0x1c000000,
    -0x1ffffd33 + 0.5,
    -(2 ** 33) - 0x1ffffd33,
  ];
  expect(numbers.map(returnCodeText)).toEqual(numbers.map(() => undefined));
});

test('a code of IOKit’s that has no name here is shown as XNU prints it', () => {
  expect(returnCodeText(-0x1ffffd33)).toBe('0xe00002cd');
  expect([-0x20000000, -0x1c000001].map(returnCodeText)).toEqual(['0xe0000000', '0xe3ffffff']);
  expect(['0xe00002cd', '0xe3ffffff', '0xe4000000', '0xe00002cd!'].map(isReturnCodeText)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('names can have their numbers beside them', () => {
  expect(withReturnCodes('returns kIOReturnNotReady')).toBe('returns kIOReturnNotReady (0xe00002d8)');
  expect(withReturnCodes('kIOReturnMine → mykIOReturnBusy')).toBe('kIOReturnMine → mykIOReturnBusy');
});
