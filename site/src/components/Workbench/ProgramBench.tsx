import type { ReactNode } from 'react';
import { Editor } from '../Editor/Editor';
import type { LineMark } from '../Editor/editor';
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
  /** The reader comes here, and will soon want something to run. */
  readonly onApproach: () => void;
  readonly controls: ReactNode;
  readonly happened: ReactNode;
}

/** A program in an editor, buttons, and beside or below them what happened. */
export function ProgramBench({
  label,
  sources,
  desk,
  marks,
  onChange,
  onApproach,
  controls,
  happened,
}: Props): ReactNode {
  return (
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
  );
}
