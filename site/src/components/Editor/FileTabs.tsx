import type { KeyboardEvent, ReactNode } from 'react';
import type { SourceFile } from './editor';
import styles from './Editor.module.css';

interface Props {
  readonly files: readonly SourceFile[];
  readonly activeFile: string;
  readonly label: string;
  readonly panelId: string;
  readonly readOnlyLabel: string;
  readonly onChoose: (path: string) => void;
}

/** File names as a tab list: arrow keys move, one stop for Tab. */
export function FileTabs({ files, activeFile, label, panelId, readOnlyLabel, onChoose }: Props): ReactNode {
  function move(event: KeyboardEvent<HTMLButtonElement>) {
    const at = files.findIndex(({ path }) => path === activeFile);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: files.length - 1 }[event.key];
    const file = to === undefined ? undefined : files.at(to % files.length);
    if (!file) return;
    event.preventDefault();
    onChoose(file.path);
    const tabs = event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role=tab]');
    tabs?.[files.indexOf(file)]?.focus();
  }

  return (
    <div className={styles.tabs} role="tablist" aria-label={label}>
      {files.map(({ path, readOnly }) => (
        <button
          key={path}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={path === activeFile}
          aria-controls={panelId}
          tabIndex={path === activeFile ? 0 : -1}
          onClick={() => onChoose(path)}
          onKeyDown={move}
        >
          {path}
          {readOnly && <span className={styles.readOnly}> {readOnlyLabel}</span>}
        </button>
      ))}
    </div>
  );
}
