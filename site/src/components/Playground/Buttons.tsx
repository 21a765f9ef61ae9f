import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button, ButtonRow } from '../Button/Button';
import { ShareButton } from '../Share/ShareButton';
import { ResetButton } from '../Workbench/ResetButton';
import type { Sources } from '../Workbench/useSources';
import { CheckAllButton } from './CheckAllButton';
import styles from './Playground.module.css';
import { tokenOf, type PlaygroundState } from './playground';
import { StepButtons } from './StepButtons';
import type { PlaygroundActions } from './usePlayground';

interface Props {
  readonly state: PlaygroundState;
  readonly actions: PlaygroundActions;
  readonly sources: Sources;
  readonly onReset: () => void;
}

export function Buttons({ state, actions, sources, onReset }: Props): ReactNode {
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
      <ShareButton name={sources.name} shared={() => ({ texts: sources.own(), ...tokenOf(state) })} />
      {sources.edited && <ResetButton onReset={onReset} />}
    </ButtonRow>
  );
}
