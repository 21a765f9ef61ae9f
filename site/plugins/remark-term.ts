import { termId, type Term } from '../../scripts/i18n-check/glossary-data.ts';
import type { Locale } from '../../scripts/reader-comments.ts';
import { termsOf } from './glossary.ts';
import type { Node } from './page-imports.ts';

export interface TermOptions {
  /** The project's root folder. */
  root: string;
  /** The page's language. */
  locale: Locale;
}

/** Where running text stands; headings, links, code, tables and components are left alone. */
const running = new Set(
  'root paragraph list listItem blockquote emphasis strong containerDirective text'.split(' '),
);

/**
 * A remark plugin: the first use of each term on a page that has a definition becomes a `<Term>`, which shows it. A longer term
 * is not a use of the shorter one in it.
 */
export default function remarkTerm({ root, locale }: TermOptions): (tree: Node) => void {
  const terms = termsOf(root);
  const words = new Map(terms.flatMap((term) => namesOf(term, locale).map((word) => [key(word), term])));
  const any = pattern([...words.keys()], locale);
  return (tree) => {
    const seen = new Set<Term>();
    const visit = (node: Node): Node[] => {
      if (!running.has(node.type)) return [node];
      if (node.type !== 'text') {
        if (node.children) node.children = node.children.flatMap(visit);
        return [node];
      }
      const text = node.value ?? '';
      const parts: Node[] = [];
      let from = 0;
      for (const { 0: word, 1: stem = '', index } of text.matchAll(any)) {
        const term = words.get(key(stem));
        if (!term || !isMarked(term, locale) || seen.has(term)) continue;
        seen.add(term);
        parts.push(plain(text.slice(from, index)), marked(word, term, locale));
        from = index + word.length;
      }
      return [...parts, plain(text.slice(from))];
    };
    visit(tree);
  };
}

/** The words that are looked for. A Chinese page may use an alias where it means something else. */
const namesOf = (term: Term, locale: Locale): readonly string[] => (locale === 'en' ? term.en : term.zh);

const isMarked = ({ about, chance }: Term, locale: Locale): boolean =>
  about !== undefined && !(chance && locale === 'en');

const key = (word: string): string => word.toLowerCase().replace(/\s+/g, ' ');

/** Finds the longest of the words; in English as whole words, and their plurals. */
function pattern(words: readonly string[], locale: Locale): RegExp {
  const longestFirst = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|');
  return locale === 'en'
    ? new RegExp(`(?<![\\w-])(${longestFirst})(?:e?s)?(?![\\w-])`, 'gi')
    : new RegExp(`(${longestFirst})`, 'g');
}

const plain = (value: string): Node => ({ type: 'text', value });

function marked(word: string, term: Term, locale: Locale): Node {
  const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute', name, value });
  const name = locale === 'en' ? `${term.en[0]} ` : `${term.zh[0]}（${term.en[0]}）：`;
  return {
    type: 'mdxJsxTextElement',
    name: 'Term',
    attributes: [
      attribute('id', termId(term)),
      attribute('name', name),
      attribute('about', term.about?.[locale] ?? ''),
    ],
    children: [plain(word)],
  };
}
