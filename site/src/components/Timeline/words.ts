/** The few words that a timeline draws; everything else in it is a name of the program's. */
export interface TimelineWords {
  /** Over the column of step numbers. */
  readonly step: string;
  /** `{n}` is replaced. */
  readonly stepNumber: string;
  /** What another context was doing: `{context}` and `{why}` are replaced. */
  readonly other: string;
  /** After a wakeup that met no sleeper. */
  readonly nobodyAsleep: string;
  /** `{on}` is replaced. */
  readonly asleepOn: string;
  /** `{lock}` and `{owner}` are replaced. */
  readonly waitsFor: string;
  readonly masked: string;
  readonly finished: string;
  /** `{context}` is replaced. */
  readonly preempts: string;
  readonly idle: string;
}

/** Puts values in the `{names}` of a text. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
