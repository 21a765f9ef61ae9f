import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ExerciseFiles } from 'workloop/run';
import { Button, ButtonRow } from '../Button/Button';
import { DownloadButton } from '../Exercise/DownloadButton';
import { CheckAllButton } from '../Playground/CheckAllButton';
import { tokenOf, type PlaygroundState } from '../Playground/playground';
import { StepButtons } from '../Playground/StepButtons';
import type { PlaygroundActions } from '../Playground/usePlayground';
import { ShareButton } from '../Share/ShareButton';
import type { Texts } from '../Workbench/work';

interface Props {
  readonly exercise: ExerciseFiles;
  readonly state: PlaygroundState;
  readonly actions: PlaygroundActions;
  readonly solved: boolean;
  readonly own: () => Texts;
  readonly onHandIn: () => void;
}

/** Stepping is the tool; what searches by itself comes once there is nothing left to find. */
export function ScheduleControls({ exercise, state, actions, solved, own, onHandIn }: Props): ReactNode {
  return (
    <ButtonRow>
      <StepButtons state={state} actions={actions} />
      <Button kind="first" disabled={!state.chosen?.length} onClick={onHandIn}>
        <Translate id="schedule.handIn">Hand in this schedule</Translate>
      </Button>
      <DownloadButton exercise={exercise} own={own} />
      {state.run && (
        <ShareButton name={`exercise:${exercise.id}`} shared={() => ({ texts: {}, ...tokenOf(state) })} />
      )}
      {solved && <CheckAllButton state={state} actions={actions} />}
    </ButtonRow>
  );
}
