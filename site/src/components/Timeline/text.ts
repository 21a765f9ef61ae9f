import { padText, textUnits } from './measure';
import type { Row, TimelineModel } from './model';
import { stateIn } from './state';
import type { TimelineWords } from './words';

const signs = { holds: '│', waits: '▒', asleep: '┊' };

/** The same timeline as plain text, for reading aloud, printing and pasting into a mail. */
export function timelineText(model: TimelineModel, words: TimelineWords): string {
  const head = [
    words.step,
    ...model.columns.map(({ owner }) => ownerTitle(owner)),
    ...model.bands.map(({ lock }) => lock),
  ];
  const body = model.rows.flatMap((row) => row.lines.map((_, line) => cellsOf(row, line, model)));
  const widths = head.map((_, i) => Math.max(...[head, ...body].map((cells) => textUnits(cells[i]!))));
  return [head, ...body]
    .map((cells) =>
      cells
        .map((cell, i) => padText(cell, widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** `A`, or `W work loop`: the letter, and the name if it says more. */
export function ownerTitle({ letter, name }: { letter: string; name: string }): string {
  return letter === name ? name : `${letter} ${name}`;
}

function cellsOf(row: Row, line: number, { columns, bands }: TimelineModel): string[] {
  const { step } = row;
  return [
    line === 0 ? String(step.step).padStart(4) : '',
    ...columns.map(({ owner }, column) => {
      if (column === row.column) return row.lines[line]!.text;
      const state = stateIn(step, owner.name);
      return state ? signs[state] : line === 0 ? '·' : '';
    }),
    ...bands.map(({ lock }) => {
      const holder = step.held.find((held) => held.lock === lock)?.owner;
      return holder ? `▌${columns.find(({ owner }) => owner.name === holder)?.owner.letter ?? holder}` : '';
    }),
  ];
}
