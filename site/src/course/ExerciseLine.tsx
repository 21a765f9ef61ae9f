import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { CourseExercise } from '../../plugins/course';
import type { ExerciseProgress } from '../components/Exercise/progress';
import styles from './CourseMap.module.css';

interface Props {
  readonly exercise: CourseExercise;
  readonly progress: ExerciseProgress | undefined;
}

/** An exercise in the map: solved, begun or neither, in words and not by a sign alone. */
export function ExerciseLine({ exercise, progress }: Props): ReactNode {
  const { id, title, points, starterHash } = exercise;
  const solved = progress?.solved === starterHash;
  const best = Math.max(0, ...(progress?.attempts ?? []).map((attempt) => attempt.points));
  return (
    <li data-solved={solved || undefined}>
      <span className={styles.sign} aria-hidden="true">
        {solved ? '✓' : '○'}
      </span>
      <span>
        {id} {title}{' '}
        <span className={styles.points}>
          {solved && (
            <Translate id="course.solved" values={{ points }}>
              {'Solved, {points} points'}
            </Translate>
          )}
          {!solved && best > 0 && (
            <Translate id="course.begun" values={{ best, points }}>
              {'Best so far: {best} of {points} points'}
            </Translate>
          )}
          {!solved && best === 0 && (
            <Translate id="course.points" values={{ points }}>
              {'{points} points'}
            </Translate>
          )}
        </span>
      </span>
    </li>
  );
}
