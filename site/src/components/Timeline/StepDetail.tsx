import type { ReactNode } from 'react';
import { withReturnCodes } from 'workloop/trace';
import type { Row, TimelineModel } from './model';
import { othersText } from './state';
import { ownerTitle } from './owner';
import styles from './timeline.module.css';
import type { TimelineWords } from './words';

/** What a step did, where it stands in the program, and why the others could not move. */
export function StepDetail({
  row,
  model,
  words,
}: {
  row: Row;
  model: TimelineModel;
  words: TimelineWords;
}): ReactNode {
  const { owner } = model.columns[row.column];
  return (
    <div className={styles.detail}>
      <p>
        <span className={styles.detailStep}>{words.stepNumber(row.step.step)}</span>{' '}
        <span data-tone={owner.tone} className={styles.detailOwner}>
          {ownerTitle(owner)}
        </span>{' '}
        <code>{withReturnCodes(row.said)}</code>{' '}
        {row.place && <span className={styles.detailPlace}>{`${row.place.file}:${row.place.line}`}</span>}{' '}
        {row.step.preempts && words.say('trace.preempts', { context: row.step.preempts })}
      </p>
      <p>{othersText(row.step, words)}</p>
    </div>
  );
}
