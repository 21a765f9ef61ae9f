import type { ReactNode } from 'react';
import type { Trace } from 'workloop/trace';
import { Timeline } from '../Timeline/Timeline';
import styles from './Recorded.module.css';

interface Props {
  /** In MDX `program` and `show`, `seed` or `token`; the build makes the run and puts its trace here. */
  readonly trace: Trace;
  /** The caption. */
  readonly children?: ReactNode;
}

/** A picture of a run that the build has made. */
export function Recorded({ trace, children }: Props): ReactNode {
  return (
    <div className={styles.recorded}>
      <Timeline trace={trace} bare />
      {children && <div className={styles.caption}>{children}</div>}
    </div>
  );
}
