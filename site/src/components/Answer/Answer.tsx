import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useState, type ReactNode } from 'react';
import styles from './Answer.module.css';

interface Props {
  /** What stands on it; “Answer”, if left out. */
  readonly title?: ReactNode;
  /** It is open as soon as there is JavaScript, too. */
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** What to think about first: closed until the reader opens it, open where there is no JavaScript and on paper. */
export function Answer({ title, startsOpen = false, children }: Props): ReactNode {
  const isBrowser = useIsBrowser();
  const [open, setOpen] = useState(startsOpen);
  return (
    <details
      className={styles.answer}
      data-waiting={!isBrowser || undefined}
      open={open || !isBrowser}
      onToggle={(event) => isBrowser && setOpen(event.currentTarget.open)}
    >
      <summary>{title ?? <Translate id="answer.title">Answer</Translate>}</summary>
      {children}
    </details>
  );
}
