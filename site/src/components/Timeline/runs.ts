/** A stretch of neighboring rows with the same key. */
export interface Run {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/** Joins equal neighbors; rows without a key are gaps. */
export function runsOf<T>(rows: readonly T[], keyOf: (row: T) => string | undefined): readonly Run[] {
  const runs: Run[] = [];
  rows.forEach((row, index) => {
    const key = keyOf(row);
    const open = runs.at(-1);
    if (key === undefined) return;
    if (open?.key === key && open.last === index - 1) runs[runs.length - 1] = { ...open, last: index };
    else runs.push({ key, first: index, last: index });
  });
  return runs;
}
