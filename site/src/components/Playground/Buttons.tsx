import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button, ButtonRow } from '../Button/Button';
import { ResetButton } from '../Workbench/ResetButton';
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
    <ButtonRow>
      <Button kind="first" onClick={actions.run}>
        <Translate id="playground.run">Run</Translate>
      </Button>
      <Button onClick={actions.shuffle}>
        <Translate id="playground.shuffle">Shuffle</Translate>
      </Button>
      <Button aria-pressed={stepping} onClick={() => actions.step()}>
        <Translate id="playground.stepByHand">Step by hand</Translate>
      </Button>
      {stepping && (
        <>
          <Button disabled={state.chosen?.length === 0} onClick={actions.undo}>
            <Translate id="playground.undo">Undo</Translate>
          </Button>
          <Button disabled={state.undone.length === 0} onClick={actions.redo}>
            <Translate id="playground.redo">Redo</Translate>
          </Button>
        </>
      )}
      {state.work === 'check' ? (
        <Button onClick={actions.clear}>
          <Translate id="playground.cancel">Cancel</Translate>
        </Button>
      ) : (
        <Button onClick={actions.check}>
          <Translate id="playground.checkAll">Check all schedules</Translate>
        </Button>
      )}
      {edited && <ResetButton onReset={onReset} />}
    </ButtonRow>
  );
}
