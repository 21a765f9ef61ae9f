import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ExerciseFiles } from 'workloop/run';
import { saveFile } from '../../saveFile';
import { Button } from '../Button/Button';
import { useLocale } from '../useLocale';
import type { Texts } from '../Workbench/work';
import { submissionFiles, zipOf } from './submission';

interface Props {
  readonly exercise: ExerciseFiles;
  /** What the learner hands in. */
  readonly own: () => Texts;
}

/** The submission as a file: what `workloop check` and the instructor's command read. */
export function DownloadButton({ exercise, own }: Props): ReactNode {
  const language = useLocale();

  async function download() {
    const { id, version } = exercise;
    const declared = { exercise: id, version, language, made: new Date().toISOString() };
    const zip = await zipOf(submissionFiles(own(), declared));
    saveFile(`work-loop-${id}.zip`, zip, 'application/zip');
  }

  return (
    <Button onClick={() => void download()}>
      <Translate id="exercise.download">Download for submission</Translate>
    </Button>
  );
}
