import { expect, test } from 'vitest';
import * as IOReturn from '../iokit/IOReturn.ts';
import { returnCodeName } from './returnCodes.ts';

const codes = Object.entries(IOReturn).filter(([, value]) => value !== 0);

test.each(codes)('%s is shown by its name', (name, value) => {
  expect(returnCodeName(value)).toBe(name);
});

test('success and counts stay numbers', () => {
  expect([0, 1, -1, 30].map(returnCodeName)).toEqual([undefined, undefined, undefined, undefined]);
});
