import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ExerciseTexts } from './ExerciseText';
import styles from './Exercise.module.css';

/** Hints and the reference answer where no script runs: all there, each closed until the reader opens it. */
export function OpenHelp({ texts: { hints, answer, explanation } }: { texts: ExerciseTexts }): ReactNode {
  return (
    <noscript>
      {hints.map((hint, index) => (
        <details key={index} className={styles.text}>
          <summary>
            <Translate id="exercise.hint" values={{ n: index + 1, of: hints.length }}>
              {'Hint {n} of {of}'}
            </Translate>
          </summary>
          {hint}
        </details>
      ))}
      <details className={styles.text}>
        <summary>
          <Translate id="exercise.answerTitle">Reference answer</Translate>
        </summary>
        {answer}
        {explanation}
      </details>
    </noscript>
  );
}
