/** What has a color of its own; all else has that of text. */
const kinds = {
  comment: 'quiet',
  punctuation: 'quiet',
  keyword: 'keyword',
  builtin: 'keyword',
  directive: 'keyword',
  string: 'string',
  char: 'string',
  regex: 'string',
  number: 'number',
  boolean: 'number',
} as const;

export type Kind = (typeof kinds)[keyof typeof kinds];

/** As much of a highlighter's token as is used. */
interface Token {
  readonly types: readonly string[];
  readonly content: string;
  readonly empty?: boolean;
}

export interface Span {
  readonly kind: Kind | undefined;
  readonly text: string;
}

const kindOf = ({ types }: Token): Kind | undefined =>
  (kinds as Readonly<Record<string, Kind | undefined>>)[types.findLast((type) => type in kinds) ?? ''];

/** A line in as few spans as its colors need, its end among them: pages are long, and a phone lays each of them out. */
export function spansOf(line: readonly Token[]): Span[] {
  const spans: Span[] = [];
  for (const token of [...line.filter(({ empty }) => !empty), { types: [], content: '\n' }]) {
    const kind = token.content.trim() === '' ? spans.at(-1)?.kind : kindOf(token);
    const before = spans.at(-1);
    if (before && before.kind === kind) spans.splice(-1, 1, { kind, text: before.text + token.content });
    else spans.push({ kind, text: token.content });
  }
  return spans;
}
