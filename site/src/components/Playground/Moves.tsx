import Translate, { translate } from '@docusaurus/Translate';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Move, RunReport } from 'workloop/run';
import { effectText } from '../Timeline/describe';
import { ownersOf, ownerTitle } from '../Timeline/owner';
import { blockedText } from '../Timeline/state';
import { useTimelineWords } from '../Timeline/useTimelineWords';
import styles from './Playground.module.css';
import type { PlaygroundActions } from './usePlayground';

interface Props {
  readonly run: RunReport;
  readonly actions: Pick<PlaygroundActions, 'step' | 'stepUntilBlocked'>;
}

/** Step by hand: a button for each context that can move, and why the others cannot. */
export function Moves({ run, actions }: Props): ReactNode {
  const words = useTimelineWords();
  const owners = ownersOf(run.trace);
  const blocked = run.trace.end.filter(({ context }) => !run.moves.some((move) => move.context === context));
  const ownerOf = (context: string) => owners.find(({ name }) => name === context);
  const titleOf = (context: string) => {
    const owner = ownerOf(context);
    return owner ? ownerTitle(owner) : context;
  };
  const isFirst = (move: Move) => run.moves.find(({ context }) => context === move.context) === move;

  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  useEffect(() => {
    // The button that was pressed is gone with its step.
    if (document.activeElement === document.body) panel.current?.focus();
  }, [run]);

  return (
    <div ref={panel} tabIndex={-1} className={styles.moves}>
      <p className={styles.movesTitle} aria-live="polite">
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
            <li key={`${move.context} ${move.alternative}`} data-tone={ownerOf(move.context)?.tone}>
              <button type="button" className={styles.move} onClick={() => actions.step(move)}>
                <b>{titleOf(move.context)}</b>
                <code>{effectText(move, words)}</code>
                {move.file && <span className={styles.place}>{`${move.file}:${move.line}`}</span>}
              </button>
              {isFirst(move) && (
                <button
                  type="button"
                  className={styles.move}
                  aria-label={translate(
                    { id: 'playground.untilBlockedOf', message: 'Run until it blocks: {context}' },
                    { context: titleOf(move.context) },
                  )}
                  onClick={() => actions.stepUntilBlocked(move)}
                >
                  <Translate id="playground.untilBlocked">Run until it blocks</Translate>
                </button>
              )}
            </li>
          ))}
          {blocked.map((one) => (
            <li key={one.context} className={styles.blocked} data-tone={ownerOf(one.context)?.tone}>
              <b>{titleOf(one.context)}</b> {blockedText(one, words)}
            </li>
          ))}
        </ul>
      </div>
      {run.moves.length > 0 && (
        <p className={styles.keys}>
          <Translate id="playground.keys">
            Keys: a thread’s letter moves it, Shift and the letter run it until it blocks; Ctrl+Z undoes and
            Ctrl+Shift+Z redoes (⌘ on a Mac).
          </Translate>
        </p>
      )}
    </div>
  );
}
