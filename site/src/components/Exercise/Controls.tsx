import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ExerciseFiles } from 'workloop/run';
import { Button, ButtonRow } from '../Button/Button';
import { useLocale } from '../useLocale';
import { ResetButton } from '../Workbench/ResetButton';
import type { Texts } from '../Workbench/work';
import { submissionFiles, zipOf } from './submission';

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
  const language = useLocale();

  async function download() {
    const { id, version } = exercise;
    const declared = { exercise: id, version, language, made: new Date().toISOString() };
    const zip = new Blob([await zipOf(submissionFiles(own(), declared))], { type: 'application/zip' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(zip);
    link.download = `work-loop-${id}.zip`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

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
      <Button onClick={() => void download()}>
        <Translate id="exercise.download">Download for submission</Translate>
      </Button>
      {edited && <ResetButton onReset={onReset} />}
    </ButtonRow>
  );
}
