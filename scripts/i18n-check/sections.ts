import { createHash } from 'node:crypto';
import type { Node } from './parse.ts';
import { frontMatterValue, type Written } from './written.ts';

/** The part of a page from one heading to the next. */
export interface Section {
  /** The heading's id; `intro` for what comes before the first one. */
  id: string;
  /** What the heading says. */
  heading: string;
  line: number;
  /** Of the text, whatever its line breaks. */
  hash: string;
}

/** The id in a heading's `{/* #id …}`. */
export function headingId(heading: {
  readonly children?: readonly Pick<Node, 'type' | 'value'>[];
}): string | undefined {
  const comment = heading.children?.find((child) => child.type === 'mdxTextExpression')?.value ?? '';
  return /^\/\*\s*#([a-z0-9-]+)\s*\*\/$/.exec(comment)?.[1];
}

/** First 12 hexadecimal digits of the SHA-256 of a text, with runs of white space taken as one space. */
export const hashText = (text: string): string =>
  createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 12);

const FENCE = /^\s*(`{3,}|~{3,})/;
const HEADING = /^#{1,6} (.*?)\s*\{\/\*\s*#([a-z0-9-]+)\s*\*\/\}\s*$/;

/** The headings with ids of their own, outside code. */
function headingsOf(lines: string[]): { id: string; heading: string; line: number }[] {
  let fence: string | undefined;
  return lines.flatMap((text, index) => {
    const [, mark] = FENCE.exec(text) ?? [];
    if (mark && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    if (fence !== undefined) return [];
    const [, heading, id] = HEADING.exec(text) ?? [];
    return heading === undefined || id === undefined ? [] : [{ id, heading, line: index + 1 }];
  });
}

/** Cuts a page at its headings. Title and description belong to `intro`. */
export function sectionsOf(page: Written): Section[] {
  const lines = page.body.split('\n');
  const title = frontMatterValue(page, 'title') ?? '';
  const starts = [{ id: 'intro', heading: title, line: 1 }, ...headingsOf(lines)];
  return starts.map(({ id, heading, line }, index) => {
    const next = starts[index + 1];
    const text = lines.slice(line - 1, next ? next.line - 1 : undefined).join('\n');
    const about = `${title}\n${frontMatterValue(page, 'description') ?? ''}`;
    return { id, heading, line, hash: hashText(index === 0 ? `${about}\n${text}` : text) };
  });
}
