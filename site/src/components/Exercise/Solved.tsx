import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import styles from './Exercise.module.css';

/** After solving: why the answer is right. */
export function Solved({ explanation }: { explanation: ReactNode }): ReactNode {
  return (
    <div className={styles.solved}>
      <p className={styles.solvedTitle}>
        <span aria-hidden="true">✓ </span>
        <Translate id="exercise.why">Solved. Why it is right:</Translate>
      </p>
      {explanation}
    </div>
  );
}
