import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { csv } from './csv.ts';
import { Ledger } from './ledger.ts';
import { lockFolder } from './lock.ts';
import type { Envelope, SubmissionRecord } from './record.ts';
import { writeAtomically, writeJson } from './write-atomically.ts';

/** One line of the summary. */
export interface Row {
  readonly student: string;
  readonly folder: string;
  readonly record: string;
  readonly graded: SubmissionRecord;
}

/** Where a grading writes, and the only place: `records/`, `summary.csv` and the ledger. */
export class ResultsFolder {
  readonly ledger: Ledger;
  readonly close: () => void;
  readonly #folder: string;

  /** Throws UsageError where another grading is at work, or results are and `resume` was not said. */
  constructor(folder: string, resume: boolean) {
    const ledger = join(folder, 'ledger');
    if (!resume && existsSync(ledger)) throw new UsageError('cli.usage.out-used', { folder });
    mkdirSync(join(folder, 'records'), { recursive: true });
    this.#folder = folder;
    this.close = lockFolder(folder);
    this.ledger = new Ledger(ledger);
    if (!existsSync(ledger)) writeAtomically(ledger, '');
  }

  /** The record that a run before has written, if it did and it is whole. */
  record(name: string): SubmissionRecord | undefined {
    try {
      return JSON.parse(readFileSync(this.#record(name), 'utf8')) as SubmissionRecord;
    } catch {
      return undefined;
    }
  }

  write(name: string, record: SubmissionRecord, envelope: Envelope): void {
    writeJson(this.#record(name), record);
    writeJson(join(this.#folder, 'records', `${name}.envelope.json`), envelope);
  }

  summarize(rows: readonly Row[]): void {
    const head = ['student', 'folder', 'exercise', 'version', 'status', 'points', 'of', 'record'];
    const lines = rows.map(({ student, folder, record, graded: g }) => [
      student,
      folder,
      g.exercise,
      g.version,
      g.status,
      g.points,
      g.of,
      record,
    ]);
    writeAtomically(join(this.#folder, 'summary.csv'), csv([head, ...lines]));
  }

  #record(name: string): string {
    return join(this.#folder, 'records', `${name}.json`);
  }
}
