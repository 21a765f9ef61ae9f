import type { TracePlace, TraceStep } from 'workloop/trace';
import type { Line } from './describe';
import type { Owner } from './owner';

/** Sizes in CSS pixels. A letter's width is that of the widest common monospace face, so a drawn text never leaves its column. */
export const letterWidth = 7.9;
export const lineHeight = 20;
export const headHeight = 40;
export const barWidth = 6;
export const bandWidth = 20;
export const badgeWidth = 16;

/**
 * `columns`: a column of text for each context. `lanes`: narrow lanes for the bars and one column of text for all. `narrow`:
 * lanes for a phone.
 */
export type Shape = 'columns' | 'lanes' | 'narrow';

/** What a context is doing while another one moves. */
export type State = 'holds' | 'waits' | 'asleep';

export interface Column {
  readonly owner: Owner;
  readonly x: number;
  readonly width: number;
  /** Where this context's texts begin. */
  readonly textX: number;
}

/** The band of a gate: who owns it, row by row. */
export interface Band {
  readonly lock: string;
  readonly x: number;
  readonly width: number;
}

export interface Row {
  readonly step: TraceStep;
  readonly column: number;
  readonly lines: readonly Line[];
  /** The same in one. */
  readonly said: string;
  readonly place: TracePlace | undefined;
  readonly y: number;
  readonly height: number;
  readonly failed: boolean;
}

export interface Bar {
  readonly column: number;
  readonly state: State;
  readonly y: number;
  readonly height: number;
  /** On what, for whom; written where the bar begins if the shape has room for it. */
  readonly label: string;
}

export interface Ownership {
  readonly band: number;
  readonly owner: Owner;
  readonly y: number;
  readonly height: number;
}

/** From the one who woke to the one who was woken. */
export interface Arrow {
  readonly owner: Owner;
  readonly fromX: number;
  readonly toX: number;
  readonly y: number;
}

/** All that a drawing, a text or a table of a trace needs; nothing in it was measured on a screen. */
export interface TimelineModel {
  readonly shape: Shape;
  readonly width: number;
  readonly height: number;
  readonly columns: readonly Column[];
  readonly bands: readonly Band[];
  readonly rows: readonly Row[];
  readonly bars: readonly Bar[];
  readonly ownership: readonly Ownership[];
  readonly arrows: readonly Arrow[];
}
