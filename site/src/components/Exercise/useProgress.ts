import { useEffect, useState } from 'react';
import { keep, recall } from '../../storage/storage';
import { begun, type ExerciseProgress } from './progress';

type Change = (how: (progress: ExerciseProgress) => ExerciseProgress) => void;

/** How far the learner has come with an exercise; the browser keeps it. */
export function useProgress(id: string): [ExerciseProgress, Change] {
  const name = `progress:${id}`;
  const [progress, setProgress] = useState(begun);
  useEffect(() => setProgress({ ...begun, ...recall<ExerciseProgress>(name) }), [name]);
  return [
    progress,
    (how) => {
      const next = how(progress);
      setProgress(next);
      keep(name, next);
    },
  ];
}
