import Translate, { translate } from '@docusaurus/Translate';
import { lazy, Suspense, useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { CodePlaceholder } from './CodePlaceholder';
import type { EditorProps, Jump } from './editor';
import styles from './Editor.module.css';
import { whenStirred, whenWithin } from '../../near/when';
import { FileTabs } from './FileTabs';
import { TypesPanel } from './TypesPanel';
import { useTypes } from './useTypes';

const SandpackEditor = lazy(() => import('./SandpackEditor'));

interface Props extends Omit<EditorProps, 'describedBy' | 'tools' | 'jump'> {
  readonly onChooseFile: (path: string) => void;
}

/** File tabs over the code: text at first, an editor once it is near the screen. */
export function Editor({ onChooseFile, ...props }: Props): ReactNode {
  const { files, activeFile } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const near = useNear(frame);
  const types = useTypes(files, near);
  const [jump, setJump] = useState<Jump>();
  const placeholder = <CodePlaceholder text={files.find(({ path }) => path === activeFile)?.text ?? ''} />;

  return (
    <div className={styles.editor} ref={frame}>
      <FileTabs
        files={files}
        activeFile={activeFile}
        label={translate({ id: 'editor.files', message: 'Files' })}
        panelId={`${id}panel`}
        readOnlyLabel={translate({ id: 'editor.readOnly', message: 'read-only' })}
        onChoose={onChooseFile}
      />
      <div id={`${id}panel`} role="tabpanel" aria-label={activeFile} className={styles.panel}>
        {near ? (
          <Suspense fallback={placeholder}>
            <SandpackEditor {...props} describedBy={`${id}keys`} tools={types.project?.tools} jump={jump} />
          </Suspense>
        ) : (
          placeholder
        )}
      </div>
      {files.some(({ readOnly }) => !readOnly) && (
        <p id={`${id}keys`} className={styles.keys} data-scripted>
          <Translate id="editor.keys">Enter starts editing. Tab indents; Escape then Tab leaves.</Translate>
        </p>
      )}
      <TypesPanel
        types={types}
        ready={near}
        onGoTo={({ file, from }) => {
          onChooseFile(file);
          setJump({ file, at: from });
        }}
      />
    </div>
  );
}

/** Turns true when the element is about to be seen by a reader who is there, and stays so: an editor is much for a phone to start. */
function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const calls = new AbortController();
    whenStirred(() => whenWithin(600, current, () => setNear(true), calls), calls);
    return () => calls.abort();
  }, [element]);
  return near;
}
