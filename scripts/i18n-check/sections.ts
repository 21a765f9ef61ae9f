import { createHash } from 'node:crypto';
import { frontMatterValue, type Page } from './page.ts';
import { lineOf, type Node } from './parse.ts';

/** The part of a page from one heading to the next. */
export interface Section {
  /** The heading's id; `intro` for what comes before the first one. */
  id: string;
  line: number;
  /** Of the text, whatever its line breaks. */
  hash: string;
}

/** The id in a heading's `{/* #id …}`. */
export function headingId(heading: Node): string | undefined {
  const comment = heading.children?.find((child) => child.type === 'mdxTextExpression')?.value ?? '';
  return /^\/\*\s*#([a-z0-9-]+)\s*\*\/$/.exec(comment)?.[1];
}

/** First 12 hexadecimal digits of the SHA-256 of a text, with runs of white space taken as one space. */
export const hashText = (text: string): string =>
  createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 12);

/** Cuts a page at its headings. Title and description belong to `intro`. */
export function sectionsOf(page: Page): Section[] {
  const lines = page.body.split('\n');
  const headings = (page.tree.children ?? []).filter((node) => node.type === 'heading' && headingId(node));
  const starts = [
    { id: 'intro', line: 1 },
    ...headings.map((node) => ({ id: headingId(node) ?? '', line: lineOf(node) })),
  ];
  const title = ['title', 'description'].map((key) => frontMatterValue(page, key) ?? '').join('\n');
  return starts.map(({ id, line }, index) => {
    const next = starts[index + 1];
    const text = lines.slice(line - 1, next ? next.line - 1 : undefined).join('\n');
    return { id, line, hash: hashText(index === 0 ? `${title}\n${text}` : text) };
  });
}
