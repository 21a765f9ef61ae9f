import Translate from '@docusaurus/Translate';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './Answer.module.css';

/** What to think about first: closed until the reader opens it, open where there is no JavaScript and on paper. */
export function Answer({ children }: { children: ReactNode }): ReactNode {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => details.current?.removeAttribute('open'), []);
  return (
    <details className={styles.answer} open ref={details}>
      <summary>
        <Translate id="answer.title">Answer</Translate>
      </summary>
      {children}
    </details>
  );
}
