import { columns as textUnits, type Trace } from 'workloop/trace';
import { describeStep, type Density, type Line } from './describe';
import {
  bandWidth,
  barWidth,
  headHeight,
  letterWidth,
  lineHeight,
  type Arrow,
  type Band,
  type Bar,
  type Column,
  type Ownership,
  type Row,
  type Shape,
  type TimelineModel,
} from './model';
import { placeOf } from './place';
import { ownersOf, type Owner } from './owner';
import { runsOf } from './runs';
import { blockedText, stateIn } from './state';
import type { TimelineWords } from './words';
import { wrapText } from './wrap';

export interface LayoutOptions {
  readonly density: Density;
  readonly shape: Shape;
  readonly words: TimelineWords;
}

const gap = 8;
const laneWidth = { lanes: 18, narrow: 16 };
/** The widest a text gets before it goes on in a second line, in letters. */
const widestText = { columns: 30, lanes: 40 };
/** A phone's page without its margins. */
const phoneWidth = 320 - 2 * 16;

/**
 * Lays a trace out as rows and columns.
 *
 * @param trace what happened in one run
 * @returns everything at its place, in CSS pixels; widths come from counted letters, so a server draws what a browser draws
 */
export function layoutTimeline(trace: Trace, { density, shape, words }: LayoutOptions): TimelineModel {
  const moved = new Set(trace.steps.map((step) => step.context));
  const owners = ownersOf(trace).filter(({ name, kind }) => kind === 'client' || moved.has(name));
  const stepWidth = (String(trace.steps.at(-1)?.step ?? 0).length + 2) * letterWidth;
  const widest = shape === 'narrow' ? besideLanes(stepWidth, owners, trace) : widestText[shape];
  const rows = placeRows(trace, owners, density, widest, words);
  const states = owners.map((owner) => statesOf(rows, owner, words));

  const columns: Column[] = [];
  let x = stepWidth;
  owners.forEach((owner, index) => {
    const texts = rows
      .filter((row) => row.column === index)
      .flatMap((row) => row.lines.map((line) => line.text));
    const labels = states[index].map((state) => state.label);
    const units = Math.max(
      textUnits(`${owner.letter} ${owner.name}`),
      ...[...texts, ...labels].map(textUnits),
    );
    const width = shape !== 'columns' ? laneWidth[shape] : barWidth + gap + units * letterWidth + 2 * gap;
    columns.push({ owner, x, width, textX: x + barWidth + gap });
    x += width;
  });

  if (shape !== 'columns') x += gap / 2;
  const bands = trace.gates.map((lock): Band => {
    const width = shape !== 'columns' ? bandWidth + 4 : Math.max(3, textUnits(lock)) * letterWidth + gap;
    const band = { lock, x, width };
    x += width + (shape !== 'columns' ? 0 : gap);
    return band;
  });

  const placed = shape !== 'columns' ? columns.map((column) => ({ ...column, textX: x + gap })) : columns;
  const widestLane = Math.max(0, ...rows.flatMap((row) => row.lines.map((line) => textUnits(line.text))));
  const last = rows.at(-1);
  return {
    shape,
    width: Math.ceil(shape !== 'columns' ? x + gap + widestLane * letterWidth : x),
    height: last ? last.y + last.height + gap : headHeight,
    columns: placed,
    bands,
    rows,
    bars: states.flatMap((list, column) => list.map((state) => ({ ...state, column }))),
    ownership: bands.flatMap((band, index) => ownershipOf(rows, owners, band.lock, index)),
    arrows: arrowsOf(rows, placed),
  };
}

/** How many letters fit beside the lanes on a phone. */
function besideLanes(stepWidth: number, owners: readonly Owner[], { gates }: Trace): number {
  const lanes = stepWidth + owners.length * laneWidth.narrow + gates.length * (bandWidth + 4) + 1.5 * gap;
  return Math.max(12, Math.floor((phoneWidth - lanes) / letterWidth));
}

function placeRows(
  trace: Trace,
  owners: readonly Owner[],
  density: Density,
  widest: number,
  words: TimelineWords,
): Row[] {
  const rows: Row[] = [];
  let y = headHeight;
  for (const step of trace.steps) {
    const told = describeStep(step, density, words);
    const lines = told.flatMap(({ kind, text }) =>
      wrapText(text, widest).map((part): Line => ({ kind, text: part })),
    );
    if (lines.length === 0) continue;
    const height = lines.length * lineHeight + gap;
    const column = owners.findIndex((owner) => owner.name === step.context);
    const failed = lines.some((line) => line.kind === 'fail');
    const said = told.map(({ text }) => text).join('; ');
    rows.push({ step, column, lines, said, place: placeOf(step), y, height, failed });
    y += height;
  }
  return rows;
}

function statesOf(rows: readonly Row[], owner: Owner, words: TimelineWords): Omit<Bar, 'column'>[] {
  return runsOf(rows, ({ step }) => stateIn(step, owner.name)).map(({ key, first, last }) => {
    const blocked = rows[first].step.blocked.find(({ context }) => context === owner.name);
    const label = key === 'holds' || !blocked ? '' : blockedText(blocked, words);
    return { state: key as Bar['state'], label, ...span(rows, first, last) };
  });
}

function ownershipOf(
  rows: readonly Row[],
  owners: readonly Owner[],
  lock: string,
  band: number,
): Ownership[] {
  return runsOf(rows, ({ step }) => step.held.find((held) => held.lock === lock)?.owner).flatMap(
    ({ key, first, last }) => {
      const owner = owners.find(({ name }) => name === key);
      return owner ? [{ band, owner, ...span(rows, first, last) }] : [];
    },
  );
}

function arrowsOf(rows: readonly Row[], columns: readonly Column[]): Arrow[] {
  return rows.flatMap((row) =>
    row.step.events.flatMap((event) => {
      if (event.type !== 'woken' || event.context === row.step.context) return [];
      const from = columns[row.column];
      const to = columns.find((column) => column.owner.name === event.context);
      if (!from || !to) return [];
      return [
        {
          owner: from.owner,
          fromX: from.x + barWidth / 2,
          toX: to.x + barWidth / 2,
          y: row.y + row.height - gap / 2,
        },
      ];
    }),
  );
}

function span(rows: readonly Row[], first: number, last: number): { y: number; height: number } {
  const { y } = rows[first];
  const end = rows[last];
  return { y, height: end.y + end.height - y };
}
