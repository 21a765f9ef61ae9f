import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Progress } from '../../engine/Engine';
import styles from './Playground.module.css';

interface Props {
  readonly work: string | undefined;
  readonly progress: Progress | undefined;
}

/** What the page waits for, once that takes a while, with a number that grows. */
export function Waiting({ work, progress }: Props): ReactNode {
  if (!work) return null;
  const number = (n: number) => n.toLocaleString('en');
  return (
    <p className={styles.waiting} aria-live="off">
      {!progress ? (
        <Translate id="playground.starting">Starting …</Translate>
      ) : progress.left === undefined ? (
        <Translate id="playground.checking" values={{ states: number(progress.states) }}>
          {'Checking all schedules: {states} states so far'}
        </Translate>
      ) : (
        <Translate
          id="playground.checkingLeft"
          values={{ states: number(progress.states), left: number(progress.left) }}
        >
          {'Checking all schedules: {states} states so far, perhaps {left} to come'}
        </Translate>
      )}
    </p>
  );
}
