import { HAN } from '../chinese.ts';
import type { Finding } from '../finding.ts';
import { allWords, neverWords, type Glossary, type Term } from '../glossary-data.ts';
import type { Page } from '../page.ts';
import { lineOf, proseOf, textOf, walk, type Node } from '../parse.ts';

const RULE = 'glossary';

/** Names whose spelling is theirs. */
const PRODUCTS = [
  'IOKit',
  'GitHub',
  'XNU',
  'macOS',
  'DriverKit',
  'TypeScript',
  'JavaScript',
  'WebAssembly',
  'Linux',
];

/** (e) A never-word in running text. */
function never(page: Page, blocks: Node[], glossary: Glossary): Finding[] {
  return blocks.flatMap((block) =>
    neverWords(textOf(block), glossary).map(({ word, at }) => ({
      file: page.file,
      line: lineOf(block) + textOf(block).slice(0, at).split('\n').length - 1,
      rule: RULE,
      problem: `“${word}” is a word this course never uses`,
      remedy: 'Take the term from i18n/glossary.json',
    })),
  );
}

/** Shorter names (`a`, `A`) may well be two. */
const SHORT = 4;

const sameName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[-–\s]+/g, ' ')
    .trim();

/** Whether what follows a term is （English…）. */
function isGlossed(after: string, term: Term): boolean {
  const inside = /^(?:”|’)?（([^（）]*)）/.exec(after)?.[1];
  return (
    inside !== undefined &&
    inside.split(/[，,、;；]/).some((part) => term.en.some((en) => sameName(en) === sameName(part)))
  );
}

/** (e) The first use of a term on a page is followed by its English. Headings do not count. */
function firstUses(page: Page, blocks: Node[], glossary: Glossary): Finding[] {
  const words = allWords(glossary);
  const owner = new Map(
    glossary.terms.flatMap((term) => term.zh.map((word): [string, Term] => [word, term])),
  );
  const waiting = new Set(glossary.terms.filter(({ bracket }) => bracket));
  const found: Finding[] = [];
  const any = new RegExp(
    words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)',
    'g',
  );
  for (const block of blocks.filter(({ type }) => type !== 'heading')) {
    const text = textOf(block);
    for (const match of text.matchAll(any)) {
      const term = owner.get(match[0]);
      if (!term || !waiting.delete(term) || isGlossed(text.slice(match.index + match[0].length), term))
        continue;
      found.push({
        file: page.file,
        line: lineOf(block) + text.slice(0, match.index).split('\n').length - 1,
        rule: RULE,
        problem: `“${match[0]}” is used for the first time on this page without its English`,
        remedy: `Write ${match[0]}（${term.en[0]}）`,
      });
    }
  }
  return found;
}

const codeOf = (tree: Node): Node[] => {
  const spans: Node[] = [];
  walk(tree, (node) => void (node.type === 'inlineCode' && spans.push(node)));
  return spans;
};

/** (e) Names of the API stay as they are, and products are spelled as their makers do. */
function names(en: Page, zh: Page, blocks: Node[]): Finding[] {
  const english = new Map(codeOf(en.tree).map(({ value = '' }) => [value.toLowerCase(), value]));
  const spelled = new Set(english.values());
  const code = codeOf(zh.tree).flatMap((node) => {
    const value = node.value ?? '';
    const place = { file: zh.file, line: lineOf(node), rule: RULE };
    const twin = english.get(value.toLowerCase());
    if (HAN.test(value) && !spelled.has(value)) {
      return [
        {
          ...place,
          problem: `\`${value}\` has Chinese in it`,
          remedy: 'Names in code font are never translated',
        },
      ];
    }
    if (value.length < SHORT || twin === undefined || spelled.has(value)) return [];
    return [
      { ...place, problem: `\`${value}\` is spelled \`${twin}\` in English`, remedy: `Write \`${twin}\`` },
    ];
  });
  const products = blocks.flatMap((block) =>
    [...textOf(block).matchAll(/(?<![\w./@-])[A-Za-z]{3,}(?![\w/.-])/g)].flatMap(([word]) => {
      const name = PRODUCTS.find((product) => product.toLowerCase() === word.toLowerCase());
      if (name === undefined || name === word) return [];
      return [
        {
          file: zh.file,
          line: lineOf(block),
          rule: RULE,
          problem: `“${word}” is spelled ${name}`,
          remedy: `Write ${name}`,
        },
      ];
    }),
  );
  return [...code, ...products];
}

/** (e) The words of a Chinese page. */
export function glossaryWords(en: Page, zh: Page, glossary: Glossary): Finding[] {
  const blocks = proseOf(zh.tree);
  return [...never(zh, blocks, glossary), ...firstUses(zh, blocks, glossary), ...names(en, zh, blocks)];
}
