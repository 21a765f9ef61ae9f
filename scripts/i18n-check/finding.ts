/** One thing that is wrong in one place. */
export interface Finding {
  /** Below the checked root. */
  file: string;
  /** From 1. */
  line: number;
  rule: string;
  /** What is wrong. */
  problem: string;
  /** What to do about it. */
  remedy: string;
}

export const formatFinding = ({ file, line, rule, problem, remedy }: Finding): string =>
  `${file}:${line}: [${rule}] ${problem}\n    ${remedy}`;

/** The order in which a person works through them. */
export const byPlace = (a: Finding, b: Finding): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || (a.rule < b.rule ? -1 : 1);

/** The line, from 1, of an offset in a text. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
