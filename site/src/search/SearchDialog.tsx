import Translate, { translate } from '@docusaurus/Translate';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './Search.module.css';
import { SearchPanel } from './SearchPanel';

/** Searching over the page that one reads; Escape, a click beside it or a result followed ends it. Its first field is focused as it opens. */
export default function SearchDialog({ onClose }: { onClose: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={translate({ id: 'search.title', message: 'Search' })}
      onClose={onClose}
      closedby="any"
    >
      <div className={styles.inside}>
        <SearchPanel onFollow={() => dialog.current?.close()} />
        <button type="button" className={styles.close} onClick={() => dialog.current?.close()}>
          <Translate id="search.close">Close</Translate>
        </button>
      </div>
    </dialog>
  );
}
