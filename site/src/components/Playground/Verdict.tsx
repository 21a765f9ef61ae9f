import type { ReactNode } from 'react';
import type { VerdictReport } from 'workloop/run';
import { useLocalized } from '../useLocalized';
import styles from './Playground.module.css';

const marks: Record<VerdictReport['verdict'], string> = {
  holds: '✓',
  fails: '✕',
  inconclusive: '?',
  cancelled: '–',
  error: '✕',
};

/** The verdict's sentence; its first number is set large. */
export function Verdict({ report }: { report: VerdictReport }): ReactNode {
  const localized = useLocalized();
  const [before, number, after] = splitAtNumber(localized(report.sentence));
  return (
    <p className={styles.verdict} data-verdict={report.verdict}>
      <span className={styles.mark} aria-hidden="true">
        {marks[report.verdict]}
      </span>
      <span>
        {before}
        {number && <b className={styles.number}>{number}</b>}
        {after}
      </span>
    </p>
  );
}

function splitAtNumber(sentence: string): [string, string, string] {
  const { 0: number = '', index = sentence.length } = /\d[\d,]*/.exec(sentence) ?? {};
  return [sentence.slice(0, index), number, sentence.slice(index + number.length)];
}
