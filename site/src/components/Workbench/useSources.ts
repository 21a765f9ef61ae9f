import { useState } from 'react';
import { useKept } from '../../storage/useKept';
import type { SourceFile } from '../Editor/editor';
import { opened, swapped, withoutFormer, worthKeeping, written, type KeptWork, type Texts } from './work';

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
  /** Under which the browser keeps the learner's work. */
  readonly name: string;
  /** The files a reader may change. */
  readonly editable: readonly string[];
  /** As they are now; an editor takes them when it opens. */
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
  const [kept, keep] = useKept<KeptWork>(name);
  const [version, setVersion] = useState(0);
  const start = pick(files, edit);
  const work = opened(kept, starterHash);
  const own = { ...start, ...pick(work.texts ?? {}, edit) };
  const others = Object.keys(files).filter((path) => !edit.includes(path));

  const change = (how: (work: KeptWork) => KeptWork) =>
    keep((now) => worthKeeping(how(opened(now, starterHash))));
  const replace = (how: (work: KeptWork) => KeptWork) => {
    change(how);
    setVersion(version + 1);
  };

  return {
    name,
    editable: edit,
    files: [...edit, ...others].map((path) => ({
      path,
      text: own[path] ?? files[path],
      readOnly: !edit.includes(path),
    })),
    version,
    edited: work.texts !== undefined,
    hasFormer: work.former !== undefined,
    texts: () => ({ ...files, ...own }),
    own: () => own,
    edit: (changed) => change((now) => written(now, { ...start, ...pick(changed, edit) }, start)),
    open: (texts) => replace((now) => written(now, { ...start, ...pick(texts, edit) }, start)),
    reset: () => replace((now) => written(now, start, start)),
    swapFormer: () => replace((now) => swapped(now, start)),
    dropFormer: () => change(withoutFormer),
  };
}

function pick(texts: Texts, paths: readonly string[]): Texts {
  return Object.fromEntries(paths.flatMap((path) => (path in texts ? [[path, texts[path]]] : [])));
}
