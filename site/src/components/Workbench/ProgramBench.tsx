import type { ReactNode } from 'react';
import { Editor } from '../Editor/Editor';
import type { LineMark } from '../Editor/editor';
import { SharedWork } from '../Share/SharedWork';
import { FormerVersion } from './FormerVersion';
import { OtherFiles } from './OtherFiles';
import type { Desk } from './useDesk';
import type { Sources } from './useSources';
import { Workbench } from './Workbench';

interface Props {
  readonly label: string;
  readonly sources: Sources;
  readonly desk: Desk;
  readonly marks: readonly LineMark[];
  /** The reader changes the program. */
  readonly onChange: (how: (sources: Sources) => void) => void;
  /** Shows a run that came with the page's link. */
  readonly onReplay?: (token: string) => void;
  /** The reader comes here, and will soon want something to run. */
  readonly onApproach: () => void;
  readonly controls: ReactNode;
  readonly happened: ReactNode;
}

/** A program in an editor, work on it that came with a link, buttons, and beside or below them what happened. */
export function ProgramBench({
  label,
  sources,
  desk,
  marks,
  onChange,
  onReplay,
  onApproach,
  controls,
  happened,
}: Props): ReactNode {
  return (
    <>
      <SharedWork
        sources={sources}
        onOpen={(texts) => onChange((work) => work.open(texts))}
        onReplay={onReplay}
      />
      <Workbench
        label={label}
        pane={desk.pane}
        onPane={desk.show}
        onApproach={onApproach}
        code={
          <>
            {sources.hasFormer && (
              <FormerVersion
                onSwap={() => onChange((work) => work.swapFormer())}
                onDrop={() => sources.dropFormer()}
              />
            )}
            <Editor
              key={sources.version}
              files={sources.files}
              activeFile={desk.activeFile}
              onChooseFile={desk.openFile}
              marks={marks}
              onEdit={(texts) => onChange((work) => work.edit(texts))}
            />
            <OtherFiles files={sources.files.slice(1)} />
          </>
        }
        controls={controls}
        happened={happened}
      />
    </>
  );
}
