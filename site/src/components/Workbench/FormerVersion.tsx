import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button, ButtonRow } from '../Button/Button';
import styles from './Workbench.module.css';

interface Props {
  readonly onSwap: () => void;
  readonly onDrop: () => void;
}

/** The starting code has changed since the learner wrote, or a file has brought another version: both are there. */
export function FormerVersion({ onSwap, onDrop }: Props): ReactNode {
  return (
    <div className={styles.former}>
      <p>
        <Translate id="former.text">
          You have another version of this code: from before the starting code changed, or from a file with
          your progress. It is kept beside this one.
        </Translate>
      </p>
      <ButtonRow>
        <Button onClick={onSwap}>
          <Translate id="former.swap">Show the other version</Translate>
        </Button>
        <Button kind="quiet" onClick={onDrop}>
          <Translate id="former.drop">Keep only the one shown</Translate>
        </Button>
      </ButtonRow>
    </div>
  );
}
