import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { saveFile } from '../../saveFile';
import { Button, ButtonRow } from '../Button/Button';
import type { TimelineModel } from './model';
import { savedDrawing } from './savedDrawing';

interface Props {
  readonly model: TimelineModel;
  /** The same run as text. */
  readonly text: string;
}

/** Gives the reader a run as a file: the whole drawing, or the text. */
export function SaveButtons({ model, text }: Props): ReactNode {
  return (
    <ButtonRow>
      <Button
        kind="quiet"
        onClick={() => saveFile('work-loop-run.svg', savedDrawing(model), 'image/svg+xml')}
      >
        <Translate id="timeline.saveDrawing">Save as SVG</Translate>
      </Button>
      <Button kind="quiet" onClick={() => saveFile('work-loop-run.txt', text, 'text/plain')}>
        <Translate id="timeline.saveText">Save as text</Translate>
      </Button>
    </ButtonRow>
  );
}
