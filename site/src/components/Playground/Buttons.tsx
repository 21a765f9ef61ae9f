import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import styles from './Playground.module.css';
import type { PlaygroundState } from './playground';
import type { PlaygroundActions } from './usePlayground';

interface Props {
  readonly state: PlaygroundState;
  readonly actions: PlaygroundActions;
  readonly edited: boolean;
  readonly onReset: () => void;
}

export function Buttons({ state, actions, edited, onReset }: Props): ReactNode {
  const stepping = state.chosen !== undefined;
  return (
    <div className={styles.buttons}>
      <button type="button" className={styles.first} onClick={actions.run}>
        <Translate id="playground.run">Run</Translate>
      </button>
      <button type="button" className={styles.button} onClick={actions.shuffle}>
        <Translate id="playground.shuffle">Shuffle</Translate>
      </button>
      <button type="button" className={styles.button} aria-pressed={stepping} onClick={() => actions.step()}>
        <Translate id="playground.stepByHand">Step by hand</Translate>
      </button>
      {stepping && (
        <>
          <button
            type="button"
            className={styles.button}
            disabled={state.chosen?.length === 0}
            onClick={actions.undo}
          >
            <Translate id="playground.undo">Undo</Translate>
          </button>
          <button
            type="button"
            className={styles.button}
            disabled={state.undone.length === 0}
            onClick={actions.redo}
          >
            <Translate id="playground.redo">Redo</Translate>
          </button>
        </>
      )}
      {state.work === 'check' ? (
        <button type="button" className={styles.button} onClick={actions.clear}>
          <Translate id="playground.cancel">Cancel</Translate>
        </button>
      ) : (
        <button type="button" className={styles.button} onClick={actions.check}>
          <Translate id="playground.checkAll">Check all schedules</Translate>
        </button>
      )}
      {edited && (
        <button type="button" className={styles.quiet} onClick={onReset}>
          <Translate id="playground.reset">Reset</Translate>
        </button>
      )}
    </div>
  );
}
