import Translate from '@docusaurus/Translate';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../Button/Button';
import styles from './Token.module.css';

/** A run as text, to be replayed elsewhere. */
export function Token({ token }: { token: string }): ReactNode {
  const [copied, setCopied] = useState(false);
  const code = useRef<HTMLElement>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(token);
      setCopied(true);
    } catch {
      // No clipboard here: the text is selected, and the reader's own keys copy it.
      if (code.current) getSelection()?.selectAllChildren(code.current);
    }
  }

  return (
    <p className={styles.token}>
      <Translate id="token.label">Replay token</Translate>
      <code ref={code} tabIndex={0}>
        {token}
      </code>
      <span aria-live="polite">
        <Button onClick={() => void copy()}>
          {copied ? (
            <Translate id="token.copied">Copied</Translate>
          ) : (
            <Translate id="token.copy">Copy</Translate>
          )}
        </Button>
      </span>
    </p>
  );
}
