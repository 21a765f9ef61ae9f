import { useKept } from '../../storage/useKept';
import { begun, type ExerciseProgress } from './progress';

type Change = (how: (progress: ExerciseProgress) => ExerciseProgress) => void;

/** How far the learner has come with an exercise; the browser keeps it. */
export function useProgress(id: string): [ExerciseProgress, Change] {
  const [kept, change] = useKept<ExerciseProgress>(`progress:${id}`);
  return [kept ?? begun, (how) => change((now) => how(now ?? begun))];
}
