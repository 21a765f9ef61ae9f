import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ExerciseFiles, GradeRecord } from 'workloop/run';
import type { Trouble } from '../../engine/trouble';
import styles from '../Exercise/Exercise.module.css';
import { verdictOf } from '../Exercise/exerciseState';
import { TroubleNote } from '../Trouble/TroubleNote';
import { useLocale } from '../useLocale';
import { Verdict } from '../Verdict/Verdict';
import goals from './Goals.module.css';

interface Props {
  readonly exercise: ExerciseFiles;
  readonly record: GradeRecord | undefined;
  readonly trouble: Trouble | undefined;
}

/** The failures to show, and of each whether a schedule that was handed in shows it. */
export function Goals({ exercise, record, trouble }: Props): ReactNode {
  const locale = useLocale();
  return (
    <div aria-live="polite" className={goals.goals}>
      {trouble && <TroubleNote trouble={trouble} />}
      <ul className={styles.scenarios}>
        {exercise.scenarios.map(({ id, title, points: of }) => {
          const said = record?.scenarios.find((scenario) => scenario.id === id);
          return (
            <li key={id} className={styles.scenario}>
              <p className={styles.scenarioTitle}>
                <b>{title[locale]}</b>{' '}
                <span className={styles.scenarioPoints}>
                  <Translate id="exercise.scenarioPoints" values={{ points: said?.points ?? 0, of }}>
                    {'{points} of {of}'}
                  </Translate>
                </span>
              </p>
              {said && <Verdict verdict={verdictOf(said)} sentence={said.sentence} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
