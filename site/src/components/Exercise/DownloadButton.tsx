import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ExerciseFiles } from 'workloop/run';
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
    const zip = new Blob([await zipOf(submissionFiles(own(), declared))], { type: 'application/zip' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(zip);
    link.download = `work-loop-${id}.zip`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  return (
    <Button onClick={() => void download()}>
      <Translate id="exercise.download">Download for submission</Translate>
    </Button>
  );
}
