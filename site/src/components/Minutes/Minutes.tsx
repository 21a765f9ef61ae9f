import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import styles from './Minutes.module.css';

/** How long a page takes to read; its exercise has a time of its own. */
export function Minutes({ count }: { readonly count: string }): ReactNode {
  return (
    <p className={styles.minutes}>
      <Translate id="minutes.read" values={{ count }}>
        {'{count} min of reading'}
      </Translate>
    </p>
  );
}
