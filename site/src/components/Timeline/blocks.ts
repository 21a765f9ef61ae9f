import type { Arrow, Bar, Ownership, Row, TimelineModel } from './model';

/** A stretch of a timeline that is drawn as a picture of its own, so that a page need not draw what nobody sees. */
export interface Block {
  readonly y: number;
  readonly height: number;
  readonly rows: readonly Row[];
  readonly bars: readonly Bar[];
  readonly ownership: readonly Ownership[];
  readonly arrows: readonly Arrow[];
}

/** In CSS pixels: less than a printed page, so that paper breaks between two blocks. */
const tallest = 800;

/** Cuts a timeline into blocks, between two rows; its head is in the first one. What reaches over a cut is in both blocks. */
export function blocksOf({ rows, bars, ownership, arrows, height: whole }: TimelineModel): readonly Block[] {
  const cuts = [0];
  for (const { y, height } of rows) if (y + height - (cuts.at(-1) ?? 0) > tallest) cuts.push(y);
  return cuts.map((y, index) => {
    const end = cuts[index + 1] ?? whole;
    const within = (part: { readonly y: number; readonly height: number }) =>
      part.y < end && part.y + part.height > y;
    return {
      y,
      height: end - y,
      rows: rows.filter(within),
      bars: bars.filter(within),
      ownership: ownership.filter(within),
      arrows: arrows.filter((arrow) => arrow.y >= y && arrow.y < end),
    };
  });
}

/** The room of a block that is not drawn. */
export function hollow({ y, height }: Block): Block {
  return { y, height, rows: [], bars: [], ownership: [], arrows: [] };
}

/** The blocks that a stretch of the timeline touches: the first, and the one after the last. */
export function blocksBetween(
  blocks: readonly Block[],
  top: number,
  bottom: number,
): { readonly from: number; readonly to: number } {
  const from = blocks.findIndex(({ y, height }) => y + height > top);
  const to = blocks.findLastIndex(({ y }) => y < bottom) + 1;
  return from < 0 || to <= from ? { from: 0, to: 0 } : { from, to };
}
