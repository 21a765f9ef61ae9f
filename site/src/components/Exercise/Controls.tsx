import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ExerciseFiles } from 'workloop/run';
import { Button, ButtonRow } from '../Button/Button';
import { ShareButton } from '../Share/ShareButton';
import { ResetButton } from '../Workbench/ResetButton';
import type { Texts } from '../Workbench/work';
import { DownloadButton } from './DownloadButton';

interface Props {
  readonly exercise: ExerciseFiles;
  readonly checking: boolean;
  readonly edited: boolean;
  readonly own: () => Texts;
  readonly onCheck: () => void;
  readonly onCancel: () => void;
  readonly onReset: () => void;
}

export function Controls({ exercise, checking, edited, own, onCheck, onCancel, onReset }: Props): ReactNode {
  return (
    <ButtonRow>
      {checking ? (
        <Button kind="first" onClick={onCancel}>
          <Translate id="playground.cancel">Cancel</Translate>
        </Button>
      ) : (
        <Button kind="first" onClick={onCheck}>
          <Translate id="exercise.check">Check</Translate>
        </Button>
      )}
      <DownloadButton exercise={exercise} own={own} />
      <ShareButton name={`exercise:${exercise.id}`} shared={() => ({ texts: own() })} />
      {edited && <ResetButton onReset={onReset} />}
    </ButtonRow>
  );
}
