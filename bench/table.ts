import type { Row } from './rows.ts';
import type { Measured } from './spin.ts';

/** What was measured of a row. */
export interface Compared {
  readonly row: Row;
  readonly ours: Measured;
  readonly spin?: Measured;
  readonly fastCheck?: Measured;
  readonly previous?: Measured;
}

/** Prints ours in ms and the others' as multiples of it. */
export function printTable(results: readonly Compared[]): void {
  console.table(
    Object.fromEntries(
      results.map(({ row, ours, spin, fastCheck, previous }) => [
        row.name,
        {
          'states, traces or schedules': ours.states,
          'ours, ms': ours.ms.toFixed(1),
          'SPIN / ours': ratio(spin, ours),
          'fast-check / ours': ratio(fastCheck, ours),
          'previous / ours': ratio(previous, ours),
          aim: row.aim === undefined ? '' : `≥ ${row.aim}×`,
        },
      ]),
    ),
  );
}

const ratio = (theirs: Measured | undefined, ours: Measured): string =>
  theirs ? `${(theirs.ms / ours.ms).toFixed(1)}×` : '';
