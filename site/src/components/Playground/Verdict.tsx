import type { ReactNode } from 'react';
import type { VerdictReport } from 'workloop/run';
import { useLocale } from '../useLocale';
import styles from './Playground.module.css';

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
export function Verdict({ report }: { report: VerdictReport }): ReactNode {
  const sentence = report.sentence[useLocale()];
  const [before, number, after] = counted.has(report.verdict) ? splitAtNumber(sentence) : [sentence];
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
