import type { Attempt, ExerciseProgress } from '../components/Exercise/progress';
import type { KeptWork } from '../components/Workbench/work';
import { mostAttempts, type Kept, type Kind } from './kept';

/** The hash of each exercise's starting code as it is today, by the exercise's id. */
export type Starters = ReadonlyMap<string, string>;

/** Joins what a file brings to what is here, kind by kind. Nothing that is here is lost; what can stand beside it does. */
export const merged: { readonly [K in Kind]: (ours: Kept[K], theirs: Kept[K], starter?: string) => Kept[K] } =
  {
    progress: progressMerged,
    exercise: workMerged,
    program: workMerged,
    schedules: (ours, theirs) => (ours.tokens.length > 0 ? ours : theirs),
    question: (ours) => ours,
  };

function progressMerged(
  ours: ExerciseProgress,
  theirs: ExerciseProgress,
  starter?: string,
): ExerciseProgress {
  const attempts = new Map<string, Attempt>();
  for (const attempt of [...theirs.attempts, ...ours.attempts])
    attempts.set(`${attempt.made} ${JSON.stringify(attempt.texts)}`, attempt);
  const solved =
    theirs.solved !== undefined && theirs.solved === starter ? theirs.solved : (ours.solved ?? theirs.solved);
  return {
    attempts: [...attempts.values()]
      .toSorted((a, b) => Date.parse(a.made) - Date.parse(b.made))
      .slice(-mostAttempts),
    hints: Math.max(ours.hints, theirs.hints),
    ...(solved !== undefined && { solved }),
  };
}

/** Two versions of one's code: ours stays in front, theirs goes where an earlier version goes, if none is there. */
function workMerged(ours: KeptWork, theirs: KeptWork): KeptWork {
  if (theirs.texts && !ours.texts && theirs.starter === ours.starter) return { ...ours, texts: theirs.texts };
  const other = theirs.texts && !sameAs(theirs.texts, ours.texts) ? theirs.texts : theirs.former;
  return other && !ours.former ? { ...ours, former: other } : ours;
}

const sameAs = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
