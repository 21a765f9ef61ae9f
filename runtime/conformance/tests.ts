import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of tests. */
export interface TestFile {
  readonly name: string;
  readonly text: string;
  /** The rows that its titles name: `L01: panics when …`. */
  readonly rows: readonly string[];
}

const root = join(import.meta.dirname, '../src');
const titled = /['"`]((?:[A-Z]\d\d(?:, )?)+): /g;

/** Every test of the runtime. */
export const testFiles = (): readonly TestFile[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      const rows = [...text.matchAll(titled)].flatMap(([, ids]) => (ids ?? '').split(', '));
      return { name, text, rows };
    });

/** The tests whose titles name a row: `iokit/IOLock.test.ts`. */
export const testsOf = (row: string, files: readonly TestFile[]): readonly string[] =>
  files.filter(({ rows }) => rows.includes(row)).map(({ name }) => name);

/** The tests that mention the class and call the method; for a function, those that call it. */
export function callers(className: string, method: string, files: readonly TestFile[]): readonly string[] {
  const call = new RegExp(method === '' ? `\\b${className}\\(` : `['.]${method}\\b[(,\\])]|\\*${method}\\(`);
  return files.filter(({ text }) => text.includes(className) && call.test(text)).map(({ name }) => name);
}
