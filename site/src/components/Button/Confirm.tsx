import { useRef, useState, type ReactNode } from 'react';
import { Button } from './Button';
import styles from './Button.module.css';

interface Props {
  readonly label: ReactNode;
  readonly question: ReactNode;
  readonly yes: ReactNode;
  readonly no: ReactNode;
  readonly onYes: () => void;
}

/** A button that asks before it does what cannot be taken back. */
export function Confirm({ label, question, yes, no, onYes }: Props): ReactNode {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  function answer(said: boolean) {
    setAsking(false);
    // What was pressed is gone.
    button.current?.focus();
    if (said) onYes();
  }
  return (
    <>
      <Button ref={button} kind="quiet" aria-expanded={asking} onClick={() => setAsking(!asking)}>
        {label}
      </Button>
      {asking && (
        <p className={styles.question}>
          {question} <Button onClick={() => answer(true)}>{yes}</Button>{' '}
          <Button onClick={() => answer(false)}>{no}</Button>
        </p>
      )}
    </>
  );
}
