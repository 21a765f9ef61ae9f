import Translate from '@docusaurus/Translate';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { Button, ButtonRow } from '../Button/Button';
import type { Sources } from '../Workbench/useSources';
import { sameTexts, type Texts } from '../Workbench/work';
import { cleanAddress, sharedInAddress } from './address';
import type { Shared } from './share';
import styles from './Share.module.css';

interface Props {
  readonly sources: Sources;
  readonly onOpen: (texts: Texts) => void;
  /** Shows the run that came with the work, once the work is open. */
  readonly onReplay: ((token: string) => void) | undefined;
}

type Arrived = 'unreadable' | { readonly ask: Shared } | { readonly opened: Shared };

/** Opens the work that came with the page's link; what the reader has written here is replaced only if they say so. */
export function SharedWork({ sources, onOpen, onReplay }: Props): ReactNode {
  const { name, editable } = sources;
  const [arrived, setArrived] = useState<Arrived>();
  const note = useRef<HTMLDivElement>(null);

  function open(work: Shared) {
    cleanAddress();
    onOpen(work.texts);
    setArrived({ opened: work });
  }
  function dismiss() {
    cleanAddress();
    setArrived(undefined);
  }

  const take = useEffectEvent((found: Shared | 'unreadable') => {
    if (found === 'unreadable') setArrived(found);
    else if (!sources.edited || sameTexts(sources.own(), found.texts)) open(found);
    else setArrived({ ask: found });
  });
  useEffect(() => {
    let current = true;
    const look = () => void sharedInAddress(name, editable).then((found) => found && current && take(found));
    look();
    window.addEventListener('hashchange', look);
    return () => {
      current = false;
      window.removeEventListener('hashchange', look);
    };
  }, [name, editable]);

  const replay = useEffectEvent((token: string) => onReplay?.(token));
  useEffect(() => {
    if (!arrived) return;
    note.current?.scrollIntoView({ block: 'center' });
    // Only now is the program the one that the token is of.
    if (typeof arrived === 'object' && 'opened' in arrived && arrived.opened.token !== undefined)
      replay(arrived.opened.token);
  }, [arrived]);

  return (
    <div ref={note} role="status" className={styles.shared}>
      {arrived === 'unreadable' && (
        <>
          <p>
            <Translate id="share.unreadable">
              The code in this link cannot be read. It may have been cut off on its way: ask for the link
              again.
            </Translate>
          </p>
          <Button onClick={dismiss}>
            <Translate id="share.dismiss">All right</Translate>
          </Button>
        </>
      )}
      {typeof arrived === 'object' && 'ask' in arrived && (
        <>
          <p>
            <Translate id="share.question">
              This link carries somebody’s code, and you have written something here yourself. Opening it
              replaces yours.
            </Translate>
          </p>
          <ButtonRow>
            <Button onClick={() => open(arrived.ask)}>
              <Translate id="share.open">Replace mine</Translate>
            </Button>
            <Button onClick={dismiss}>
              <Translate id="share.keep">Keep mine</Translate>
            </Button>
          </ButtonRow>
        </>
      )}
      {typeof arrived === 'object' && 'opened' in arrived && (
        <p>
          <Translate id="share.opened">This is what came with the link.</Translate>
        </p>
      )}
    </div>
  );
}
