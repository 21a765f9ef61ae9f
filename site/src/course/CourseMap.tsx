import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import lessons from '@generated/work-loop-course/default/course.json';
import type { ReactNode } from 'react';
import styles from './CourseMap.module.css';
import { ExerciseLine } from './ExerciseLine';
import { useSolved } from './useSolved';

const exercises = lessons.flatMap((lesson) => lesson.exercises);
const points = pointsOf(exercises);

/** Every lesson with its exercises, and what of them this browser knows to be solved. */
export function CourseMap(): ReactNode {
  const solved = useSolved();
  const done = exercises.filter(({ id, starterHash }) => solved.get(id)?.solved === starterHash);
  return (
    <div className={styles.map}>
      <p>
        <Translate id="course.count" values={{ count: exercises.length, points }}>
          {'{count} exercises, {points} points in all.'}
        </Translate>
      </p>
      {done.length > 0 && (
        <p>
          <Translate id="course.done" values={{ count: done.length, points: pointsOf(done) }}>
            {'You have solved {count} of them, for {points} points.'}
          </Translate>
        </p>
      )}
      <ol className={styles.lessons}>
        {lessons.map((lesson) => (
          <li key={lesson.path}>
            <Link to={lesson.path}>{lesson.label}</Link>
            {lesson.exercises.length > 0 && (
              <ul className={styles.exercises}>
                {lesson.exercises.map((exercise) => (
                  <ExerciseLine key={exercise.id} exercise={exercise} progress={solved.get(exercise.id)} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function pointsOf(some: typeof exercises): number {
  return some.reduce((sum, exercise) => sum + exercise.points, 0);
}
