import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One entry at the top of a page. */
export interface FrontMatterEntry {
  key: string;
  /** As written; the lines of a map or list are joined by newlines. */
  value: string;
  line: number;
}

/** A page as it is written, not yet parsed. */
export interface Written {
  /** Below the root. */
  file: string;
  text: string;
  frontMatter: FrontMatterEntry[];
  /** The page's text with empty lines in place of the front matter. */
  body: string;
}

/** Splits a page; the body keeps its line numbers. */
function splitFrontMatter(text: string): { entries: FrontMatterEntry[]; body: string } {
  const lines = text.split(/\r?\n/);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const entries: FrontMatterEntry[] = [];
  for (let index = 1; index < end; index += 1) {
    const line = lines[index] ?? '';
    const start = /^([\w-]+):\s*(.*)$/.exec(line);
    const last = entries.at(-1);
    if (start) entries.push({ key: start[1] ?? '', value: start[2] ?? '', line: index + 1 });
    else if (last) last.value += `\n${line}`;
  }
  return { entries, body: lines.map((line, index) => (index <= end ? '' : line)).join('\n') };
}

/** Reads a page. */
export function readWritten(root: string, file: string): Written {
  const text = readFileSync(join(root, file), 'utf8');
  const { entries, body } = splitFrontMatter(text);
  return { file, text, frontMatter: entries, body };
}

/** The front matter's value for a key, without quotes. */
export const frontMatterValue = (page: Written, key: string): string | undefined =>
  page.frontMatter.find((entry) => entry.key === key)?.value.replace(/^(["'])(.*)\1$/s, '$2');
