import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { writeAtomically } from './write-atomically.ts';

/** What is graded already, a line each: key of the submission's bytes and everything that graded them. */
export class Ledger {
  readonly #file: string;
  readonly #done = new Set<string>();

  /** Opens a ledger; a last line that was torn by a crash is dropped. */
  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (/^[0-9a-f]{64}$/.test(line)) this.#done.add(line);
    }
    writeAtomically(file, [...this.#done].map((key) => `${key}\n`).join(''));
  }

  has(key: string): boolean {
    return this.#done.has(key);
  }

  /** To be called when the record is on disk, and not before. */
  add(key: string): void {
    this.#done.add(key);
    appendFileSync(this.#file, `${key}\n`);
  }
}
