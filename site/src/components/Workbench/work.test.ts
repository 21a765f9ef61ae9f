import { expect, it } from 'vitest';
import { opened, swapped, worthKeeping, written } from './work';

const start = { 'fan.ts': 'start' };
const mine = { 'fan.ts': 'mine' };

it('goes on with what was kept of the same starting code', () => {
  expect(opened({ starter: 'a', texts: mine }, 'a')).toEqual({ starter: 'a', texts: mine });
});

it('keeps what was written from older starting code beside the new one', () => {
  expect(opened({ starter: 'a', texts: mine }, 'b')).toEqual({ starter: 'b', former: mine });
});

it('keeps a former version that nobody has decided on through a second change', () => {
  expect(opened({ starter: 'b', former: mine }, 'c')).toEqual({ starter: 'c', former: mine });
});

it('changes the two versions over, and back', () => {
  const there = swapped({ starter: 'b', former: mine }, start);
  expect(there).toEqual({ starter: 'b', texts: mine, former: start });
  expect(swapped(there, start)).toEqual({ starter: 'b', former: mine });
});

it('keeps nothing of code that is as it was at first', () => {
  const edited = written({ starter: 'a' }, mine, start);
  expect(worthKeeping(edited)).toEqual({ starter: 'a', texts: mine });
  expect(worthKeeping(written(edited, start, start))).toBeUndefined();
});
