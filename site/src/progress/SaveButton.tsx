import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from '../components/Button/Button';
import { shelf } from '../storage/useKept';
import { saved } from './saved';

/** Gives the reader a file with everything that this browser keeps of their work. */
export function SaveButton(): ReactNode {
  function save() {
    const made = new Date().toISOString();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([saved(shelf, made)], { type: 'application/json' }));
    link.download = `work-loop-progress-${made.slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
  return (
    <Button kind="first" onClick={save}>
      <Translate id="progress.save">Save to a file</Translate>
    </Button>
  );
}
