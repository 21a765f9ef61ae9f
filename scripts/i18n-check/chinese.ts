import type { Glossary } from './glossary-data.ts';

/** Matches one Han character. */
export const HAN = /\p{Script=Han}/u;

/** Three words of Latin letters in a row. */
const LATIN_RUN = /[A-Za-z][A-Za-z'’-]*(?:\s+[A-Za-z][A-Za-z'’-]*){2,}/;

/** Takes code and placeholders out of a message; what remains is what a translator wrote. */
export const maskCode = (text: string): string => text.replace(/`[^`]*`|\{[^{}]*\}|<[^<>]*>/g, '\uFFFC');

/** English left standing in a Chinese text: three words in a row, outside code and the （English） of a term. */
export function untranslatedRun(text: string, { terms }: Glossary): string | undefined {
  const names = new Set(terms.flatMap(({ en }) => en));
  const masked = maskCode(text).replace(/（([^（）]*)）/g, (whole, inside: string) =>
    names.has(inside) ? '（）' : whole,
  );
  return LATIN_RUN.exec(masked)?.[0];
}

const RULES: { found: RegExp; problem: string; remedy: string }[] = [
  {
    found: /\p{Script=Han}[,:;?!]|[,;?!](?=\p{Script=Han})|\p{Script=Han}\.(?=\s|$|\p{Script=Han})/u,
    problem: 'half-width punctuation in a Chinese sentence',
    remedy: 'Write ，。：；？！',
  },
  {
    found: /\p{Script=Han}\s*\(|\)\s*\p{Script=Han}|\([^()]*\p{Script=Han}[^()]*\)/u,
    problem: 'half-width brackets in a Chinese sentence',
    remedy: 'Write （）',
  },
  {
    found: /\p{Script=Han}["']|["']\p{Script=Han}/u,
    problem: 'straight quotes in a Chinese sentence',
    remedy: 'Write “”',
  },
  {
    found: /\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9](?=\p{Script=Han})|`\p{Script=Han}/u,
    problem: 'no space between Chinese and Latin letters, digits or code',
    remedy: 'Put one space between them',
  },
  {
    found: /[，。：；？！、（）“”] | [，。：；？！、（）“”]/u,
    problem: 'a space beside full-width punctuation',
    remedy: 'Take the space out',
  },
  {
    found: /\p{Script=Han} +\p{Script=Han}/u,
    problem: 'a space between Chinese characters',
    remedy: 'Take it out',
  },
  { found: /[！？]{2}/u, problem: 'repeated ！ or ？', remedy: 'Write one' },
];

/** What is wrong with the punctuation and spacing of one short Chinese text. */
export function typography(text: string): { at: string; problem: string; remedy: string }[] {
  if (!HAN.test(text)) return [];
  // A closing backtick is told from an opening one by giving code a mark of its own.
  const masked = text.replace(/\{[^{}]*\}|<[^<>]*>/g, '\uFFFC').replace(/`[^`]*`/g, '``');
  return RULES.flatMap(({ found, problem, remedy }) => {
    const at = found.exec(masked)?.[0];
    return at === undefined ? [] : [{ at, problem, remedy }];
  });
}
