import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

/** A term of the course. */
export interface Term {
  en: string[];
  /** The words to write; the first is the usual one. */
  zh: string[];
  /** May be written where the sentence wants them; the search knows them. */
  aliases?: string[];
  /** Its first use on a Chinese page is followed by the English in full-width brackets. */
  bracket?: true;
  /** What it means, in a sentence: the site shows it at the first use on a page, and in the glossary. */
  about?: { en: string; 'zh-Hans': string };
  /** In English its words also come together by chance: no page marks its first use. */
  chance?: true;
}

/** Names a term in addresses, the same in both languages. */
export const termId = ({ en: [name = ''] }: Term): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

export interface Glossary {
  /** Words that are wrong in every sentence of this course. */
  never: string[];
  terms: Term[];
}

export const GLOSSARY_FILE = 'i18n/glossary.json';

/** Reads the course's glossary; a finding when there is none. */
export function readGlossary(root: string): Glossary | Finding {
  const path = join(root, GLOSSARY_FILE);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Glossary;
  const remedy = 'Give the course its glossary: { "never": [], "terms": [] }';
  return { file: GLOSSARY_FILE, line: 1, rule: 'glossary', problem: 'the file is missing', remedy };
}

/** Every Chinese word of the glossary, longest first. */
export const allWords = ({ terms }: Glossary): string[] =>
  terms.flatMap(({ zh, aliases = [] }) => [...zh, ...aliases]).sort((a, b) => b.length - a.length);

/** Where a never-word stands in a text, code and glossary terms at least as long left out. */
export function neverWords(text: string, glossary: Glossary): { word: string; at: number }[] {
  const masking = allWords(glossary);
  return glossary.never.flatMap((word) => {
    const masked = masking
      .filter((term) => term.length >= word.length)
      .reduce((rest, term) => rest.replaceAll(term, '\uFFFC'.repeat(term.length)), text);
    const at = masked.indexOf(word);
    return at < 0 ? [] : [{ word, at }];
  });
}
