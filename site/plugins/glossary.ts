import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { GLOSSARY_FILE, readGlossary, termId, type Term } from '../../scripts/i18n-check/glossary-data.ts';
import type { Locale } from '../../scripts/reader-comments.ts';

/** A term as the glossary shows it. */
export interface Entry {
  /** In the page's language, the usual word first. */
  readonly words: readonly string[];
  /** In the other one. */
  readonly others: readonly string[];
  /** Its anchor, and what it means; words that everybody knows have neither. */
  readonly id?: string;
  readonly about?: string;
}

/** The terms of the course; throws if there are none. */
export function termsOf(root: string): readonly Term[] {
  const read = readGlossary(root);
  if ('terms' in read) return read.terms;
  throw new Error(`${read.file}: ${read.problem}`);
}

/** The glossary in the order of the page's language. */
export function entriesOf(terms: readonly Term[], locale: Locale): Entry[] {
  const [here, there] = locale === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  return terms
    .map((term) => ({
      words: term[here],
      others: term[there],
      ...(term.about && { id: termId(term), about: term.about[locale] }),
    }))
    .toSorted((a, b) => (a.words[0] ?? '').localeCompare(b.words[0] ?? '', locale));
}

/** Writes the glossary as a module, in the reader's language. */
export default function glossaryPlugin({ siteDir, i18n }: LoadContext): Plugin {
  return {
    name: 'work-loop-glossary',
    getPathsToWatch: () => [join(siteDir, GLOSSARY_FILE)],
    async contentLoaded({ actions }) {
      const entries = entriesOf(termsOf(siteDir), i18n.currentLocale as Locale);
      await actions.createData('entries.json', JSON.stringify(entries));
    },
  };
}
