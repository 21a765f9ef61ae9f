import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from '../Button/Button';
import type { PlaygroundState } from './playground';
import type { PlaygroundActions } from './usePlayground';

interface Props {
  readonly state: PlaygroundState;
  readonly actions: Pick<PlaygroundActions, 'check' | 'clear'>;
}

/** Check all schedules; while that goes on, Cancel. */
export function CheckAllButton({ state, actions }: Props): ReactNode {
  if (state.work === 'check')
    return (
      <Button onClick={actions.clear}>
        <Translate id="playground.cancel">Cancel</Translate>
      </Button>
    );
  return (
    <Button onClick={actions.check}>
      <Translate id="playground.checkAll">Check all schedules</Translate>
    </Button>
  );
}
