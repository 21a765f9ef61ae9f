import type { Row, TimelineModel } from './model';
import { ownerTitle } from './owner';

/** A row as one line of speech. */
export function stepSentence(row: Row, model: TimelineModel): string {
  const place = row.place ? `, ${row.place.file}:${row.place.line}` : '';
  return `${ownerTitle(model.columns[row.column].owner)}: ${row.said}${place}`;
}
