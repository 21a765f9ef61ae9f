import { availableParallelism, platform } from 'node:os';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Arguments } from '../arguments.ts';
import type { Asked } from '../ask-child.ts';
import { engineDigest } from '../bundle.ts';
import { findExercise, loadExercises } from '../exercises.ts';
import { gradeTaken, readSubmission, recordOf, refusedRecord, type Read } from '../grade-one.ts';
import { listSubmissions, type Submission } from '../intake/list-submissions.ts';
import type { Output } from '../output.ts';
import { pool } from '../pool.ts';
import { digestOf } from '../results/digest.ts';
import { safeName } from '../results/file-name.ts';
import { isSystemStatus, type Envelope } from '../results/record.ts';
import { ResultsFolder, type Row } from '../results/results-folder.ts';
import { printSummary } from '../results/summary.ts';
import { UsageError } from '../usage-error.ts';
import { requireSandbox } from './doctor.ts';

/** Wall-clock seconds for one submission; far more than any limit of the engine leaves it. */
const SECONDS = 300;

/** `workloop grade SUBMISSIONS --out RESULTS` */
export async function grade(args: Arguments, exercisesFolder: string, output: Output): Promise<number> {
  const began = Date.now();
  const { submissions, out } = folders(args);
  const exercises = loadExercises(exercisesFolder);
  const only = args.only === undefined ? undefined : findExercise(exercises, args.only);
  const listed = listSubmissions(submissions);
  if (listed.length === 0) throw new UsageError('cli.grade.none', { folder: submissions });
  await requireSandbox();

  const results = new ResultsFolder(out, args.resume);
  try {
    const grading = new Grading(results, args.timeout ?? SECONDS, (submission, engine) =>
      readSubmission(submission, exercises, only, engine),
    );
    const told = (): void =>
      output.progress(() =>
        output.text('cli.grade.progress', { done: grading.rows.size, total: listed.length }),
      );
    const jobs = args.jobs ?? availableParallelism();
    await pool(listed, jobs, async (submission) => {
      await grading.grade(submission);
      told();
    });
    for (const submission of grading.again.splice(0)) await grading.grade(submission, 2);

    const rows = listed.flatMap((submission) => grading.rows.get(submission) ?? []);
    results.summarize(rows);
    const { skipped, resumed } = grading;
    const seconds = Math.round((Date.now() - began) / 100) / 10;
    printSummary(output, rows, {
      skipped,
      resumed,
      seconds,
      folder: out,
      ...(only && { only: only.files.id }),
    });
    return rows.some((row) => isSystemStatus(row.graded.status)) ? 3 : 0;
  } finally {
    results.close();
  }
}

/** Checks where from and where to. */
function folders({ operands, out }: Arguments): { submissions: string; out: string } {
  const [submissions, ...more] = operands;
  if (submissions === undefined || more.length > 0)
    throw new UsageError('cli.usage.arguments', { command: 'grade', wanted: 'SUBMISSIONS --out RESULTS' });
  if (out === undefined) throw new UsageError('cli.usage.out');
  if (!existsSync(submissions) || !statSync(submissions).isDirectory())
    throw new UsageError('cli.usage.no-folder', { folder: submissions });
  const from = realpathSync(submissions);
  const to = existsSync(out) ? realpathSync(out) : resolve(out);
  if (to === from || to.startsWith(from + sep))
    throw new UsageError('cli.usage.out-inside', { folder: submissions });
  return { submissions: from, out: to };
}

type ReadOne = (submission: Submission, engine: string) => Read | undefined;

/** One grading of many submissions. */
class Grading {
  readonly rows = new Map<Submission, Row>();
  /** What the grader failed at: tried once more when nothing else runs. */
  readonly again: Submission[] = [];
  skipped = 0;
  resumed = 0;
  readonly #engine = engineDigest();
  readonly #asked = new Map<string, Promise<Asked<'grade'>>>();
  readonly #results: ResultsFolder;
  readonly #seconds: number;
  readonly #read: ReadOne;

  constructor(results: ResultsFolder, seconds: number, read: ReadOne) {
    this.#results = results;
    this.#seconds = seconds;
    this.#read = read;
  }

  async grade(submission: Submission, attempts = 1): Promise<void> {
    const began = Date.now();
    const name = safeName(submission.id);
    const folder = submission.id.toString('utf8');
    const row = { student: submission.student, folder, record: `records/${name}.json` };
    const read = this.#read(submission, this.#engine);
    if (!read) {
      this.skipped++;
      return;
    }
    const circumstances = { declared: {}, ignored: [], ...row, attempts };
    if ('refusal' in read) {
      const graded = refusedRecord(read.refusal);
      this.#results.write(name, graded, this.#envelope(circumstances, began));
      this.rows.set(submission, { ...row, graded });
      return;
    }
    const { taken, digest } = read;
    const key = digestOf({ name, key: read.key });
    const before = this.#results.ledger.has(key) ? this.#results.record(name) : undefined;
    if (before) {
      this.resumed++;
      this.rows.set(submission, { ...row, graded: before });
      return;
    }
    const asked = await this.#ask(read.key, () => gradeTaken(taken, this.#seconds));
    if (asked.ended !== 'replied' && attempts === 1) {
      this.again.push(submission);
      return;
    }
    const graded = recordOf(taken, digest, asked);
    const { declared, ignored } = taken;
    const fault = asked.ended === 'system-error' ? { fault: asked.message } : {};
    this.#results.write(
      name,
      graded,
      this.#envelope({ ...circumstances, declared, ignored, ...fault }, began),
    );
    if (asked.ended === 'replied') this.#results.ledger.add(key);
    this.rows.set(submission, { ...row, graded });
  }

  /** Identical files are graded once. */
  async #ask(key: string, ask: () => Promise<Asked<'grade'>>): Promise<Asked<'grade'>> {
    const known = this.#asked.get(key);
    if (known) return known;
    const asking = ask();
    this.#asked.set(key, asking);
    const asked = await asking;
    if (asked.ended !== 'replied') this.#asked.delete(key);
    return asked;
  }

  #envelope(
    known: Pick<Envelope, 'student' | 'folder' | 'record' | 'attempts' | 'declared' | 'ignored' | 'fault'>,
    began: number,
  ): Envelope {
    const { student, folder, record, attempts, declared, ignored, fault } = known;
    return {
      student,
      folder,
      record: relative('records', record),
      made: new Date().toISOString(),
      milliseconds: Date.now() - began,
      attempts,
      isolation: 'process',
      engine: this.#engine,
      node: process.version,
      platform: platform(),
      declared,
      ignored,
      ...(fault !== undefined && { fault }),
    };
  }
}
