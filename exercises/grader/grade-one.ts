import { GRADER, type GradeRecord } from 'workloop/run';
import { askChild, type Asked } from './ask-child.ts';
import type { Exercise } from './exercises.ts';
import type { Submission } from './intake/list-submissions.ts';
import { Refused, type Refusal } from './intake/refusal.ts';
import { takeSubmission, type Taken } from './intake/take-submission.ts';
import { digestOf } from './results/digest.ts';
import type { SubmissionRecord } from './results/record.ts';

/** A submission read: to be graded, or refused. */
export type Read =
  { readonly taken: Taken; readonly digest: string; readonly key: string } | { readonly refusal: Refusal };

/** Reads a submission; undefined if it is for another exercise than `only`. `engine` is part of the key. */
export function readSubmission(
  { root }: Submission,
  exercises: readonly Exercise[],
  only: Exercise | undefined,
  engine: string,
): Read | undefined {
  try {
    if (root === undefined) throw new Refused('cli.refused.name');
    const taken = takeSubmission(root, exercises, only);
    if (!taken) return undefined;
    const digest = digestOf(taken.files);
    const exercise = JSON.stringify(taken.exercise.files);
    return { taken, digest, key: digestOf({ engine, grader: GRADER, exercise, digest }) };
  } catch (error) {
    if (error instanceof Refused) return { refusal: { code: error.code, data: error.data } };
    throw error;
  }
}

/** Has a submission graded by a child of its own. */
export const gradeTaken = (taken: Taken, seconds: number): Promise<Asked<'grade'>> =>
  askChild<'grade'>({ do: 'grade', exercise: taken.exercise.files, files: taken.files }, { seconds });

/** The record of one that was graded, or that the grader failed at. */
export function recordOf(taken: Taken, digest: string, asked: Asked<'grade'>): SubmissionRecord {
  if (asked.ended === 'replied') return withDigest(asked.reply.record, digest);
  const { id, version, scenarios } = taken.exercise.files;
  const of = scenarios.reduce((sum, { points }) => sum + points, 0);
  const { ended: status } = asked;
  return { exercise: id, version, grader: GRADER, digest, status, points: 0, of, scenarios: [] };
}

/** The record of one that was not taken. */
export const refusedRecord = (refusal: Refusal): SubmissionRecord => ({
  exercise: null,
  version: null,
  grader: GRADER,
  digest: null,
  status: 'refused',
  points: 0,
  of: 0,
  scenarios: [],
  refusal,
});

function withDigest(record: GradeRecord, digest: string): SubmissionRecord {
  const { exercise, version, grader, status, points, of, scenarios } = record;
  return { exercise, version, grader, digest, status, points, of, scenarios };
}
