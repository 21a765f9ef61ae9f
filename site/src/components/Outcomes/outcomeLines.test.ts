import { expect, it } from 'vitest';
import { outcomeLines } from './outcomeLines';

it('tells what is watched and what came back, and names return codes', () => {
  const results = { A: ['0', '-536870203'], B: ['true'] };
  expect(outcomeLines({ watched: { count: '2' }, results })).toEqual([
    'count = 2',
    'A → 0, kIOReturnExclusiveAccess',
    'B → true',
  ]);
});

it('leaves out who returns nothing', () => {
  expect(outcomeLines({ watched: {}, results: { A: ['undefined'], B: ['undefined', '1'] } })).toEqual([
    'B → undefined, 1',
  ]);
});
