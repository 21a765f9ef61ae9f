import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from '../components/Button/Button';
import { saveFile } from '../saveFile';
import { shelf } from '../storage/useKept';
import { saved } from './saved';

/** Gives the reader a file with everything that this browser keeps of their work. */
export function SaveButton(): ReactNode {
  function save() {
    const made = new Date().toISOString();
    saveFile(`work-loop-progress-${made.slice(0, 10)}.json`, saved(shelf, made), 'application/json');
  }
  return (
    <Button kind="first" onClick={save}>
      <Translate id="progress.save">Save to a file</Translate>
    </Button>
  );
}
