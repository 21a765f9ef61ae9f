import { useEffect, useRef, useState } from 'react';
import { keep, recall } from '../../storage/storage';
import type { SourceFile } from '../Editor/editor';
import { opened, swapped, worthKeeping, written, type KeptWork, type Texts } from './work';

/** A program as the page got it. */
export interface Start {
  /** Under which the browser keeps the learner's work. */
  readonly name: string;
  /** Names the starting code, in whatever language its comments are. */
  readonly starterHash: string;
  readonly files: Texts;
  /** The files a reader may change; the first is open. */
  readonly edit: readonly string[];
}

export interface Sources {
  /** What the editor opens with. */
  readonly files: readonly SourceFile[];
  /** Changes when the editor must open anew. */
  readonly version: number;
  readonly edited: boolean;
  /** There is work from before the starting code changed. */
  readonly hasFormer: boolean;
  /** All files as they are now. */
  texts(): Texts;
  /** The files that a reader may change, as they are now. */
  own(): Texts;
  edit(changed: Texts): void;
  /** Opens other texts, e.g. of an earlier attempt. */
  open(texts: Texts): void;
  reset(): void;
  swapFormer(): void;
  dropFormer(): void;
}

/** A program's files and what the learner makes of them; the browser keeps it. */
export function useSources({ name, starterHash, files, edit }: Start): Sources {
  const [start] = useState(() => pick(files, edit));
  const [work, setWork] = useState<KeptWork>({ starter: starterHash });
  const [open, setOpen] = useState({ version: 0, texts: start });
  const now = useRef(start);

  useEffect(() => {
    const found = opened(recall<KeptWork>(name), starterHash);
    setWork(found);
    if (found.texts) show({ ...start, ...pick(found.texts, edit) });
    // Once: what is kept changes only through this page.
  }, []);

  function show(texts: Texts) {
    now.current = texts;
    setOpen(({ version }) => ({ version: version + 1, texts }));
  }

  function change(next: KeptWork) {
    setWork(next);
    keep(name, worthKeeping(next));
  }

  function replace(next: KeptWork) {
    change(next);
    show({ ...start, ...next.texts });
  }

  const others = Object.keys(files).filter((path) => !edit.includes(path));
  return {
    files: [...edit, ...others].map((path) => ({
      path,
      text: open.texts[path] ?? files[path],
      readOnly: !edit.includes(path),
    })),
    version: open.version,
    edited: work.texts !== undefined,
    hasFormer: work.former !== undefined,
    texts: () => ({ ...files, ...now.current }),
    own: () => now.current,
    edit(changed) {
      now.current = { ...now.current, ...pick(changed, edit) };
      change(written(work, now.current, start));
    },
    open: (texts) => replace(written(work, { ...start, ...pick(texts, edit) }, start)),
    reset: () => replace(written(work, start, start)),
    swapFormer: () => replace(swapped(work, start)),
    dropFormer: () => change({ starter: work.starter, ...(work.texts && { texts: work.texts }) }),
  };
}

function pick(texts: Texts, paths: readonly string[]): Texts {
  return Object.fromEntries(paths.flatMap((path) => (path in texts ? [[path, texts[path]]] : [])));
}
