import Translate from '@docusaurus/Translate';
import { useEffect, useState, type ReactNode } from 'react';
import styles from './Answer.module.css';

/** What to think about first: closed until the reader opens it, open where there is no JavaScript and on paper. */
export function Answer({ children }: { children: ReactNode }): ReactNode {
  const [open, setOpen] = useState(true);
  useEffect(() => setOpen(false), []);
  return (
    <details className={styles.answer} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Translate id="answer.title">Answer</Translate>
      </summary>
      {children}
    </details>
  );
}
