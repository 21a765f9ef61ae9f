import type { GradeRecord } from 'workloop/run';
import type { Texts } from '../Workbench/work';

/** What a browser keeps of the schedules that somebody has handed in. */
export interface HandedIn {
  /** The hash of the program they are schedules of. */
  readonly program: string;
  /** Those that earned points, the oldest first. */
  readonly tokens: readonly string[];
  /** What was said of the last one. */
  readonly record?: GradeRecord;
}

/** What was kept, seen from today's program: schedules of another one are none. */
export function ofProgram(kept: HandedIn | undefined, program: string): HandedIn {
  return kept?.program === program ? kept : { program, tokens: [] };
}

/** After one more has been graded together with those before: it stays if it earned something. */
export function handedIn(before: HandedIn, token: string, record: GradeRecord): HandedIn {
  const earned = record.points > (before.record?.points ?? 0);
  return { ...before, tokens: earned ? [...before.tokens, token] : before.tokens, record };
}

/** The learner's file: a token a line. */
export function schedulesFile(path: string, tokens: readonly string[]): Texts {
  return { [path]: tokens.map((token) => `${token}\n`).join('') };
}
