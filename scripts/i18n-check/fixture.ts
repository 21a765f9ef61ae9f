import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { check } from './check.ts';
import { GLOSSARY_FILE } from './glossary-data.ts';
import { update } from './update.ts';

/** A lesson of the fixtures, in English. */
export const EN = 'lessons/gate.mdx';
/** The same lesson in Chinese. */
export const ZH = 'i18n/zh-Hans/docusaurus-plugin-content-docs/current/gate.mdx';

const TODAY = '2026-11-21';

const about = { en: 'What it is.', 'zh-Hans': '它是什么。' };

const glossary = {
  never: ['命令闸', '死线', '您'],
  terms: [
    { en: ['work loop'], zh: ['工作环'], bracket: true, about },
    { en: ['work-loop thread'], zh: ['工作环线程'], bracket: true, about },
    { en: ['gate'], zh: ['门锁'], aliases: ['闸门'], bracket: true, about },
    { en: ['filter interrupt event source'], zh: ['过滤中断事件源'] },
    { en: ['thread'], zh: ['线程'] },
  ],
};

const roots: string[] = [];
afterEach(() => roots.splice(0).forEach((root) => rmSync(root, { recursive: true })));

/** A small course in a folder of its own, gone after the test. */
export interface Course {
  root: string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Records the Chinese lesson as in step. */
  update(...files: string[]): void;
  /** What the checker finds, as `file:line rule: problem`. */
  findings(today?: string): Promise<string[]>;
}

/** Writes files, by their names below the root; a glossary is always there. */
export function course(files: Record<string, string>): Course {
  const root = mkdtempSync(join(tmpdir(), 'i18n-check-'));
  roots.push(root);
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write(GLOSSARY_FILE, JSON.stringify(glossary));
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    root,
    write,
    read: (file) => readFileSync(join(root, file), 'utf8'),
    update: (...names) => update(root, names),
    findings: async (today = TODAY) =>
      (await check(root, { today })).map(
        ({ file, line, rule, problem }) => `${file}:${line} ${rule}: ${problem}`,
      ),
  };
}

/** A lesson in both languages, in step; front matter is four lines, so the body begins on line 5. */
export function lesson(en: string, zh: string, more: Record<string, string> = {}): Course {
  const made = course({
    [EN]: `---\ntitle: The gate\nsidebar_position: 9\n---\n${en}`,
    [ZH]: `---\ntitle: 门锁\nsidebar_position: 9\n---\n${zh}`,
    ...more,
  });
  made.update(ZH);
  return made;
}

/** The findings of one lesson without the files' names and without `source:` having moved the lines. */
export async function lessonFindings(
  en: string,
  zh: string,
  more: Record<string, string> = {},
): Promise<string[]> {
  const made = lesson(en, zh, more);
  const shift = made.read(ZH).split('\n').indexOf('---', 1) - 3;
  return (await made.findings()).map((finding) =>
    finding
      .replace(new RegExp(`^${ZH}:(\\d+)`), (_, line: string) => `zh:${Math.max(Number(line) - shift, 1)}`)
      .replace(new RegExp(`^${EN}:`), 'en:'),
  );
}
