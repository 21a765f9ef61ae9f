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
  return (
    <p className={styles.waiting} aria-live="off">
      {progress ? (
        <Translate id="playground.checking" values={{ states: progress.states.toLocaleString('en') }}>
          {'Checking all schedules: {states} states so far'}
        </Translate>
      ) : (
        <Translate id="playground.starting">Starting …</Translate>
      )}
    </p>
  );
}
