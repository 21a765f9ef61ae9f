import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { GradeRecord } from 'workloop/run';
import { after, type ExerciseState } from './exerciseState';
import { attempted, begun, bestOf } from './progress';
import { submissionFiles, zipOf } from './submission';

const record = (points: number): GradeRecord => ({
  exercise: '02a',
  version: 1,
  grader: '1',
  status: points === 10 ? 'pass' : 'fail',
  points,
  of: 10,
  scenarios: [],
});
const of = (text: string) => ({ texts: { 'fan.ts': text }, made: '2026-01-01T00:00:00Z', starterHash: 'a' });

it('keeps every attempt, and counts the same code once', () => {
  const first = attempted(begun, record(4), of('one'));
  const again = attempted(first, record(4), of('one'));
  const { attempts } = attempted(again, record(2), of('two'));
  expect(attempts.map(({ points }) => points)).toEqual([4, 2]);
  expect(bestOf(attempts)).toBe(4);
});

it('stays solved after a later attempt that fails', () => {
  const solved = attempted(begun, record(10), of('right'));
  expect(attempted(solved, record(0), of('wrong')).solved).toBe('a');
});

it('says of a result that the code has changed since, and drops it when checking again', () => {
  const graded = after({ work: 'check' }, { type: 'graded', record: record(4), open: undefined });
  const edited = after(graded, { type: 'edited' });
  expect(edited).toEqual({ record: record(4), stale: true });
  expect(after(edited, { type: 'checking' })).toEqual({ work: 'check' });
});

it('forgets a check that an edit has stopped', () => {
  const checking: ExerciseState = { work: 'check', progress: { states: 7, frontier: 1, elapsed: 400 } };
  expect(after(checking, { type: 'edited' })).toEqual({});
});

it('keeps what it shows while the next is on its way', () => {
  const graded = after({ work: 'check' }, { type: 'graded', record: record(10), open: { scenario: 'one' } });
  const exploring = after(graded, { type: 'exploring' });
  expect(exploring).toEqual({ record: record(10), open: { scenario: 'one' }, work: 'explore' });
  expect(after(exploring, { type: 'opened', open: { scenario: 'two' } })).toEqual({
    record: record(10),
    open: { scenario: 'two' },
  });
});

it('packs a folder with the learner’s files and what they are for', async () => {
  const declared = {
    exercise: '02a',
    version: 1,
    language: 'zh-Hans',
    made: '2026-01-01T00:00:00Z',
  } as const;
  const zip = unzipSync(await zipOf(submissionFiles({ 'fan.ts': '// 风扇\n' }, declared)));
  expect(Object.keys(zip)).toEqual(['work-loop-02a/fan.ts', 'work-loop-02a/submission.json']);
  expect(strFromU8(zip['work-loop-02a/fan.ts']!)).toBe('// 风扇\n');
  expect(JSON.parse(strFromU8(zip['work-loop-02a/submission.json']!))).toEqual(declared);
});
