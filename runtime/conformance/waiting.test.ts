import { expect, it } from 'vitest';
import { explored } from '../testing/explored.ts';
import { waiting } from './table.ts';
import { waitingRows } from './waiting.ts';

it.each(Object.entries(waitingRows))(
  'the program of row %s holds where memory has no store buffers',
  async (_, { pieces }) => {
    expect(await explored(pieces)).toMatchObject({ verdict: 'holds' });
  },
);

it('has a program for every row that waits', () => {
  expect(Object.keys(waitingRows)).toEqual(Object.keys(waiting));
});
