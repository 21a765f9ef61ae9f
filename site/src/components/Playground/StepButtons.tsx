import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from '../Button/Button';
import type { PlaygroundState } from './playground';
import type { PlaygroundActions } from './usePlayground';

interface Props {
  readonly state: PlaygroundState;
  readonly actions: Pick<PlaygroundActions, 'step' | 'undo' | 'redo'>;
}

/** Step by hand, and while one does, Undo and Redo. */
export function StepButtons({ state, actions }: Props): ReactNode {
  const stepping = state.chosen !== undefined;
  return (
    <>
      <Button aria-pressed={stepping} onClick={() => actions.step()}>
        <Translate id="playground.stepByHand">Step by hand</Translate>
      </Button>
      {stepping && (
        <>
          <Button disabled={state.chosen.length === 0} onClick={actions.undo}>
            <Translate id="playground.undo">Undo</Translate>
          </Button>
          <Button disabled={state.undone.length === 0} onClick={actions.redo}>
            <Translate id="playground.redo">Redo</Translate>
          </Button>
        </>
      )}
    </>
  );
}
