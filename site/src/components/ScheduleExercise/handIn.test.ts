import { expect, it } from 'vitest';
import type { GradeRecord } from 'workloop/run';
import { handedIn, ofProgram, schedulesFile } from './handIn';

const record = (points: number): GradeRecord => ({
  exercise: '00a',
  version: 1,
  grader: '1',
  status: points === 5 ? 'pass' : 'fail',
  points,
  of: 5,
  scenarios: [],
});
const fresh = ofProgram(undefined, 'a');

it('keeps a schedule that earned points, and of another only what was said', () => {
  const first = handedIn(fresh, 'one', record(2));
  expect(first.tokens).toEqual(['one']);
  const second = handedIn(first, 'two', record(2));
  expect(second).toEqual({ program: 'a', tokens: ['one'], record: record(2) });
  expect(handedIn(second, 'three', record(5)).tokens).toEqual(['one', 'three']);
});

it('begins anew once the program is another one', () => {
  const kept = handedIn(fresh, 'one', record(2));
  expect(ofProgram(kept, 'a')).toBe(kept);
  expect(ofProgram(kept, 'b')).toEqual({ program: 'b', tokens: [] });
});

it('writes a token a line', () => {
  expect(schedulesFile('schedules.txt', ['one', 'two'])).toEqual({ 'schedules.txt': 'one\ntwo\n' });
});
