import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostile } from '../../exercises/grader/testing/hostile.ts';
import { exerciseNamed, exercises } from './support/exercises.ts';
import { lastRecord, listenForRecords } from './support/heard-records.ts';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { exerciseOn } from './support/workbench.ts';
import { workloop } from './support/workloop.ts';

const site = useSite();
const sample = join(import.meta.dirname, '../../exercises/sample-class/submissions');
/** What a driver might try on the runtime itself. */
const forged = hostile.filter(({ student }) =>
  ['replaces-run-action', 'completes-its-own-transfers', 'writes-private-cells'].includes(student),
);

interface Submission {
  readonly student: string;
  readonly exercise: string;
  readonly text: string;
}

const submissions: readonly Submission[] = [
  ...readdirSync(sample).map((student) => {
    const exercise = readJson(join(sample, student, 'submission.json'))['exercise'] as string;
    const text = readFileSync(join(sample, student, exerciseNamed(exercise).file), 'utf8');
    return { student, exercise, text };
  }),
  ...forged.map(({ student, exercise, files }) => ({
    student,
    exercise,
    text: files[exerciseNamed(exercise).file]!,
  })),
];

/** Student → the record that the command line makes, without the digest of the files, which the page does not take. */
const expected = new Map<string, string>();
const root = mkdtempSync(join(tmpdir(), 'records-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(() => {
  const folder = join(root, 'submissions');
  for (const { student, exercise, text } of submissions) {
    mkdirSync(join(folder, student), { recursive: true });
    writeFileSync(join(folder, student, 'submission.json'), JSON.stringify({ exercise }));
    writeFileSync(join(folder, student, exerciseNamed(exercise).file), text);
  }
  const graded = workloop('en', 'grade', folder, '--out', join(root, 'results'));
  if (graded.status !== 0) throw new Error(graded.said);
  const records = join(root, 'results/records');
  for (const name of readdirSync(records).filter((file) => file.endsWith('.envelope.json'))) {
    const envelope = readJson(join(records, name));
    const { digest: _, ...record } = readJson(join(records, envelope['record'] as string));
    expected.set(envelope['folder'] as string, JSON.stringify(record));
  }
});

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

describe.each(locales)('an exercise of the sample class (%s)', (locale) => {
  const words = wordsOf(locale);

  test.each(exercises)(
    '$id: the page’s records are the command line’s, byte for byte, whatever was checked before',
    async ({ id, file, lesson, points, solution }) => {
      const page = await site.visit(locale, lesson);
      await listenForRecords(page);
      const exercise = exerciseOn(page, words);
      await exercise.root.scrollIntoViewIfNeeded();
      for (const { student, text } of submissions.filter((submission) => submission.exercise === id)) {
        await exercise.write(file, text);
        await exercise.ask('exercise.check');
        await expect.poll(() => lastRecord(page), { message: student }).toBe(expected.get(student));
      }
      await exercise.write(file, solution);
      await exercise.ask('exercise.check');
      await exercise.root
        .getByText(words('exercise.points').replaceAll(/\{\w+\}/g, String(points)))
        .waitFor();
    },
  );
});

test.each(forged)('$student: comes to $status and earns nothing', ({ student, status }) => {
  expect(JSON.parse(expected.get(student) ?? '{}')).toMatchObject({ status, points: 0 });
});
