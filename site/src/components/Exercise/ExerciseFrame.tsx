import Translate from '@docusaurus/Translate';
import { useId, type ReactNode } from 'react';
import type { PageExercise } from '../../../plugins/exercises';
import styles from './Exercise.module.css';
import { totalPoints } from './exerciseState';
import type { ExerciseTexts } from './ExerciseText';
import type { ExerciseProgress } from './progress';
import { Help } from './Help';
import { Solved } from './Solved';

interface Props {
  readonly page: PageExercise;
  readonly texts: ExerciseTexts;
  readonly progress: ExerciseProgress;
  readonly onHint: () => void;
  /** Where it is worked on. */
  readonly children: ReactNode;
}

/** What every exercise has around its work: title, statement, and below it the explanation, hints and the answer. */
export function ExerciseFrame({ page, texts, progress, onHint, children }: Props): ReactNode {
  const { exercise, title, minutes, starterHash } = page;
  const id = useId();
  const solved = progress.solved === starterHash;
  return (
    <section className={styles.exercise} aria-labelledby={`${id}title`} data-solved={solved || undefined}>
      <header className={styles.header}>
        <h3 id={`${id}title`} className={styles.title}>
          {title}
        </h3>
        <p className={styles.facts}>
          <Translate id="exercise.facts" values={{ id: exercise.id, points: totalPoints(exercise), minutes }}>
            {'Exercise {id} · {points} points · about {minutes} minutes'}
          </Translate>
          {solved && (
            <strong className={styles.badge}>
              {' ✓ '}
              <Translate id="exercise.solved">Solved</Translate>
            </strong>
          )}
        </p>
      </header>
      <div className={styles.text}>{texts.statement}</div>
      {children}
      {solved && <Solved explanation={texts.explanation} />}
      <Help texts={texts} shown={progress.hints} solved={solved} onHint={onHint} />
    </section>
  );
}
