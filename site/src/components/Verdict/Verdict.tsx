import type { ReactNode } from 'react';
import type { VerdictReport } from 'workloop/run';
import { Said } from '../Said';
import { useLocale } from '../useLocale';
import { splitAtNumber } from './splitAtNumber';
import styles from './Verdict.module.css';

const marks: Record<VerdictReport['verdict'], string> = {
  holds: '✓',
  fails: '✕',
  inconclusive: '?',
  cancelled: '–',
  error: '✕',
};

/** Their sentences begin with how much was searched. */
const counted = new Set<VerdictReport['verdict']>(['holds', 'inconclusive']);

/** The verdict's sentence; the number of states, where it says one, is set large. */
export function Verdict({ verdict, sentence }: Pick<VerdictReport, 'verdict' | 'sentence'>): ReactNode {
  const said = sentence[useLocale()];
  const [before, number, after] = counted.has(verdict) ? splitAtNumber(said) : [said];
  return (
    <p className={styles.verdict} data-verdict={verdict}>
      <span className={styles.mark} aria-hidden="true">
        {marks[verdict]}
      </span>
      <span>
        <Said text={before} />
        {number && <b className={styles.number}>{number}</b>}
        {after && <Said text={after} />}
      </span>
    </p>
  );
}
