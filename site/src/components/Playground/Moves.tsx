import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Move, RunReport } from 'workloop/run';
import { effectText } from '../Timeline/describe';
import { ownersOf } from '../Timeline/owner';
import { blockedText } from '../Timeline/state';
import { useTimelineWords } from '../Timeline/useTimelineWords';
import styles from './Playground.module.css';

interface Props {
  readonly run: RunReport;
  readonly onChoose: (move: Move) => void;
}

/** Step by hand: a button for each context that can move, and why the others cannot. */
export function Moves({ run, onChoose }: Props): ReactNode {
  const words = useTimelineWords();
  const owners = ownersOf(run.trace);
  const blocked = run.trace.end.filter(({ context }) => !run.moves.some((move) => move.context === context));
  const letterOf = (context: string) => owners.find(({ name }) => name === context);

  return (
    <div className={styles.moves}>
      <p className={styles.movesTitle}>
        {run.moves.length > 0 ? (
          <Translate id="playground.whoMoves">Who moves next?</Translate>
        ) : run.ended === 'failed' ? (
          <Translate id="playground.failed">The run fails here and ends.</Translate>
        ) : run.ended === 'finished' ? (
          <Translate id="playground.finished">Every call has returned.</Translate>
        ) : (
          <Translate id="playground.stuck">Nobody can move.</Translate>
        )}
      </p>
      <div role="group" aria-label={translate({ id: 'playground.moves', message: 'Possible steps' })}>
        <ul>
          {run.moves.map((move) => (
            <li key={`${move.context} ${move.alternative}`}>
              <button
                type="button"
                className={styles.move}
                data-tone={letterOf(move.context)?.tone}
                onClick={() => onChoose(move)}
              >
                <b>{letterOf(move.context)?.letter}</b>
                <code>{effectText(move, words)}</code>
                {move.file && <span className={styles.place}>{`${move.file}:${move.line}`}</span>}
              </button>
            </li>
          ))}
          {blocked.map((one) => (
            <li key={one.context} className={styles.blocked} data-tone={letterOf(one.context)?.tone}>
              <b>{letterOf(one.context)?.letter}</b> {blockedText(one, words)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
