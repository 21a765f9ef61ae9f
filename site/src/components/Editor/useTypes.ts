import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useEffect, useRef, useState } from 'react';
import type { Project } from '../../language/editor/openProject';
import type { Problem } from '../../language/protocol';
import { useKept } from '../../storage/useKept';
import { useSharedFolder } from '../../useSharedFolder';
import type { SourceFile } from './editor';

/** What is known of a program's types. */
export interface Types {
  /** The reader wants them; this browser remembers it. */
  readonly on: boolean;
  turn(on: boolean): void;
  readonly project?: Project | undefined;
  readonly failed: boolean;
  /** Undefined: nobody has looked yet. */
  readonly problems?: readonly Problem[] | undefined;
}

/**
 * A program's types, once the reader has asked for them: nothing of them is loaded before.
 *
 * @param near the editor is there, or about to be
 */
export function useTypes(files: readonly SourceFile[], near: boolean): Types {
  const { i18n } = useDocusaurusContext();
  const folder = useSharedFolder('language');
  const [kept, keep] = useKept<boolean>('types');
  const on = kept === true;
  const wanted = on && near;
  const [known, setKnown] = useState<Pick<Types, 'project' | 'problems'> & { failed?: boolean }>({});
  const now = useRef(files);
  useEffect(() => void (now.current = files), [files]);

  useEffect(() => {
    if (!wanted) return undefined;
    let project: Project | undefined;
    let left = false;
    void open();
    return () => {
      left = true;
      project?.close();
      setKnown({});
    };

    async function open(): Promise<void> {
      try {
        const { openProject } = await import('../../language/editor/openProject');
        const texts = Object.fromEntries(now.current.map(({ path, text }) => [path, text]));
        project = await openProject(folder, i18n.currentLocale, texts, (problems) => {
          if (!left) setKnown((before) => ({ ...before, problems }));
        });
        if (left) project.close();
        else setKnown({ project });
      } catch {
        if (!left) setKnown({ failed: true });
      }
    }
  }, [wanted, folder, i18n.currentLocale]);

  return { on, turn: (to) => keep(() => to || undefined), failed: false, ...known };
}
