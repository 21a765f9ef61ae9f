import Translate from '@docusaurus/Translate';
import lessons from '@generated/work-loop-course/default/course.json';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../components/Button/Button';
import { shelf } from '../storage/useKept';
import { load, type Loaded, type Refusal } from './saved';
import styles from './Progress.module.css';

const starters = new Map(
  lessons.flatMap(({ exercises }) => exercises.map(({ id, starterHash }) => [id, starterHash] as const)),
);

/** Takes such a file and joins it to what is here. */
export function LoadButton(): ReactNode {
  const [came, setCame] = useState<Loaded | Refusal>();
  const input = useRef<HTMLInputElement>(null);

  async function take(file: File | undefined) {
    if (file) setCame(load(shelf, await file.text(), starters));
    // The same file may be chosen again.
    if (input.current) input.current.value = '';
  }

  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <Translate id="progress.load">Load a file</Translate>
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={({ target }) => void take(target.files?.[0])}
      />
      <p role="status" className={styles.came} data-refused={(came && 'because' in came) || undefined}>
        {came && ('because' in came ? <Refused refusal={came} /> : <Done loaded={came} />)}
      </p>
    </>
  );
}

function Done({ loaded: { changed, unchanged } }: { loaded: Loaded }): ReactNode {
  return (
    <Translate id="progress.loaded" values={{ changed, unchanged }}>
      {'Loaded. Taken from the file: {changed}. As it was here already, or newer here: {unchanged}.'}
    </Translate>
  );
}

function Refused({ refusal }: { refusal: Refusal }): ReactNode {
  switch (refusal.because) {
    case 'tooBig':
      return (
        <Translate id="progress.tooBig">
          Nothing was loaded: the file is bigger than anything that this page saves.
        </Translate>
      );
    case 'notOurs':
      return (
        <Translate id="progress.notOurs">
          Nothing was loaded: this is not a file that this page has saved. Its name begins with
          work-loop-progress.
        </Translate>
      );
    case 'newer':
      return (
        <Translate id="progress.newer">
          Nothing was loaded: the file is from another version of this site. Reload the page and try again.
        </Translate>
      );
    case 'damaged':
      return (
        <Translate id="progress.damaged" values={{ entry: <code>{refusal.entry}</code> }}>
          {'Nothing was loaded: the file is damaged at {entry}.'}
        </Translate>
      );
  }
}
