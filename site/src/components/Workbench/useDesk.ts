import { useState } from 'react';
import type { TraceStep } from 'workloop/trace';
import { placeOf } from '../Timeline/place';
import type { Sources } from './useSources';
import type { Pane } from './Workbench';

/** Which file lies open, and what is in front where there is room for one only. */
export interface Desk {
  readonly activeFile: string;
  readonly pane: Pane;
  openFile(path: string): void;
  show(pane: Pane): void;
  /** Opens the file that a step comes from. */
  goTo(step: TraceStep): void;
}

export function useDesk({ files }: Sources): Desk {
  const [activeFile, openFile] = useState(files[0]?.path ?? '');
  const [pane, show] = useState<Pane>('code');
  return {
    activeFile,
    pane,
    openFile,
    show,
    goTo(step) {
      const place = placeOf(step);
      if (place && files.some(({ path }) => path === place.file)) openFile(place.file);
    },
  };
}
