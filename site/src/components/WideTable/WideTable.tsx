import { translate } from '@docusaurus/Translate';
import type { ComponentProps, ReactNode } from 'react';
import styles from './WideTable.module.css';

/** A table that may be wider than the page: it scrolls by itself, by keyboard too. */
export function WideTable(props: ComponentProps<'table'>): ReactNode {
  return (
    <div
      className={styles.wide}
      role="group"
      tabIndex={0}
      aria-label={translate({ id: 'table.label', message: 'Table' })}
    >
      <table {...props} />
    </div>
  );
}
