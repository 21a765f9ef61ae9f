/** Something that was found, as docusaurus-search-local says it. */
export interface Found {
  readonly document: {
    readonly i: number;
    /** What was searched: a title, a heading, keywords, a section's text. */
    readonly t: string;
    /** The page's address. */
    readonly u: string;
    /** The section's anchor, with `#`. */
    readonly h?: string;
    /** The section's heading, or the page's title. */
    readonly s?: string;
  };
  readonly page?: { readonly t: string } | false;
  /** Word → field → where it stands in `document.t`: first character and length. */
  readonly metadata: Readonly<Record<string, Readonly<Record<string, { readonly position?: Span[] }>>>>;
}

export type Span = readonly [start: number, length: number];

/** A piece of text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** Where the words that were searched for stand, from the beginning on, none inside another. */
export function hitsIn({ metadata }: Found): Span[] {
  const spans = Object.values(metadata)
    .flatMap(({ t }) => t?.position ?? [])
    .toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
  let end = 0;
  return spans.filter(([start, length]) => {
    const apart = start >= end;
    if (apart) end = start + length;
    return apart;
  });
}

/**
 * A text's part around its first hit, cut into pieces.
 *
 * @param room how many characters it may have, about
 */
export function excerpt(text: string, hits: readonly Span[], room: number): Piece[] {
  const first = hits[0]?.[0] ?? 0;
  const from =
    text.length <= room ? 0 : Math.max(0, Math.min(first - Math.floor(room / 3), text.length - room));
  const to = Math.min(text.length, from + room);
  const pieces: Piece[] = [];
  let at = from;
  for (const [start, length] of hits) {
    if (start < at || start + length > to) continue;
    pieces.push(
      { text: text.slice(at, start), hit: false },
      { text: text.slice(start, start + length), hit: true },
    );
    at = start + length;
  }
  pieces.push({ text: text.slice(at, to), hit: false });
  const shown = pieces.filter((piece) => piece.text !== '');
  const before: Piece[] = from > 0 ? [{ text: '…', hit: false }] : [];
  const after: Piece[] = to < text.length ? [{ text: '…', hit: false }] : [];
  return [...before, ...shown, ...after];
}
