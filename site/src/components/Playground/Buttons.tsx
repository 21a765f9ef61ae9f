import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button, ButtonRow } from '../Button/Button';
import { ShareButton } from '../Share/ShareButton';
import type { Shared } from '../Share/share';
import { ResetButton } from '../Workbench/ResetButton';
import { CheckAllButton } from './CheckAllButton';
import styles from './Playground.module.css';
import type { PlaygroundState } from './playground';
import { StepButtons } from './StepButtons';
import type { PlaygroundActions } from './usePlayground';

interface Props {
  readonly state: PlaygroundState;
  readonly actions: PlaygroundActions;
  readonly edited: boolean;
  /** Under which the browser keeps the work. */
  readonly name: string;
  readonly shared: () => Shared;
  readonly onReset: () => void;
}

export function Buttons({ state, actions, edited, name, shared, onReset }: Props): ReactNode {
  return (
    <ButtonRow>
      <Button kind="first" onClick={actions.run}>
        <Translate id="playground.run">Run</Translate>
      </Button>
      <Button onClick={actions.shuffle}>
        <Translate id="playground.shuffle">Shuffle</Translate>
      </Button>
      <span className={styles.seed}>
        <Translate id="playground.seed" values={{ seed: state.seed }}>
          {'Seed {seed}'}
        </Translate>
      </span>
      <StepButtons state={state} actions={actions} />
      <CheckAllButton state={state} actions={actions} />
      <ShareButton name={name} shared={shared} />
      {edited && <ResetButton onReset={onReset} />}
    </ButtonRow>
  );
}
