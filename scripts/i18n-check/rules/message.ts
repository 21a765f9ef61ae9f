import { HAN, typography, untranslatedRun } from '../chinese.ts';
import type { Finding } from '../finding.ts';
import { neverWords, type Glossary } from '../glossary-data.ts';
import { traditional } from './traditional.ts';

/** A short text in both languages, and where the Chinese one stands. */
export interface Message {
  key: string;
  en?: string;
  zh?: string;
  file: string;
  line: number;
}

/** The names in braces. A choice by number, {n|one|many}, has the number's name: Chinese needs no choice. */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{([^{}|]*)[^{}]*\}/g)].map(([, name]) => `{${name}}`))].sort();

/** A message with Latin letters outside code that has no Chinese at all. */
const isUntranslated = (en: string, zh: string): boolean =>
  en === zh && !HAN.test(zh) && (zh.replace(/`[^`]*`|\{[^{}]*\}/g, '').match(/[A-Za-z]/g)?.length ?? 0) > 20;

/** (f) Both languages say it, with the same placeholders, and the Chinese is Chinese. */
export function message({ key, en, zh, file, line }: Message, glossary: Glossary): Finding[] {
  const found: Finding[] = [];
  const add = (rule: string, problem: string, remedy: string): void =>
    void found.push({ file, line, rule, problem: `"${key}": ${problem}`, remedy });
  if (en === undefined || zh === undefined) {
    add(
      'messages',
      `there is no ${en === undefined ? 'English' : 'Chinese'} text`,
      'Write it in both languages, or delete the key',
    );
  }
  if (en !== undefined && zh !== undefined) {
    const [a, b] = [placeholders(en), placeholders(zh)];
    if (a.join() !== b.join()) {
      add(
        'messages',
        `placeholders ${b.join(' ') || 'none'}, in English ${a.join(' ') || 'none'}`,
        'Use the same placeholders',
      );
    }
    if (isUntranslated(en, zh)) add('messages', 'the text is the English one', 'Write it in Chinese');
  }
  if (zh === undefined) return found;
  const english = untranslatedRun(zh, glossary);
  if (english !== undefined)
    add(
      'messages',
      `English stands in the Chinese text: “${english}”`,
      'Write it in Chinese, or in code font',
    );
  for (const { at, problem, remedy } of typography(zh)) add('typography', `${problem}: “${at}”`, remedy);
  for (const { word } of neverWords(zh, glossary)) {
    add('glossary', `“${word}” is a word this course never uses`, 'Take the term from i18n/glossary.json');
  }
  for (const { problem, remedy } of traditional(file, zh)) add('traditional', problem, remedy);
  return found;
}
