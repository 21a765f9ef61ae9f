import { join } from 'node:path';
import { lineAt } from '../finding.ts';
import { filesBelow } from '../pairs.ts';
import type { Message } from './message.ts';

const FOLDERS = ['lessons', 'exercises', 'site/src'];

const STRING = String.raw`(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)")`;

/** `{ en: '…', 'zh-Hans': '…' }`; that both are there is the compiler's business. */
const RECORD = new RegExp(String.raw`\ben:\s*${STRING},\s*'zh-Hans':\s*${STRING}`, 'g');

/** The records of two languages in programs: titles of scenarios, names of properties. */
export function programTexts(root: string, read: (file: string) => string): Message[] {
  const isSource = (file: string): boolean => /(?<!\.test)\.tsx?$/.test(file);
  return FOLDERS.flatMap((folder) =>
    filesBelow(join(root, folder), isSource).flatMap((name) => {
      const file = `${folder}/${name}`;
      const source = read(file);
      return [...source.matchAll(RECORD)].map((found) => {
        const [, single, double, zhSingle, zhDouble] = found;
        const en = single ?? double ?? '';
        return { key: en, en, zh: zhSingle ?? zhDouble ?? '', file, line: lineAt(source, found.index) };
      });
    }),
  );
}
