import type { GradeRecord } from 'workloop/run';
import { mostAttempts } from '../../progress/kept';
import type { Texts } from '../Workbench/work';

/** One Check, and the code it was of. */
export interface Attempt {
  /** ISO 8601. */
  readonly made: string;
  readonly points: number;
  readonly of: number;
  readonly texts: Texts;
}

/** What a browser keeps of how far somebody has come with an exercise. */
export interface ExerciseProgress {
  /** The oldest first. */
  readonly attempts: readonly Attempt[];
  readonly hints: number;
  /** The hash of the starting code it was solved from. */
  readonly solved?: string;
}

export const begun: ExerciseProgress = { attempts: [], hints: 0 };

/** Progress after a check. The same code checked again is the same attempt. */
export function attempted(
  progress: ExerciseProgress,
  { status, points, of }: GradeRecord,
  { texts, made, starterHash }: { texts: Texts; made: string; starterHash: string },
): ExerciseProgress {
  const last = progress.attempts.at(-1);
  const again = last && JSON.stringify(last.texts) === JSON.stringify(texts);
  const before = again ? progress.attempts.slice(0, -1) : progress.attempts;
  const attempts = [...before, { made, points, of, texts }].slice(-mostAttempts);
  return { ...progress, attempts, ...(status === 'pass' && { solved: starterHash }) };
}

export function bestOf(attempts: readonly Attempt[]): number {
  return Math.max(0, ...attempts.map(({ points }) => points));
}
