import Translate from '@docusaurus/Translate';
import { useRef, type ReactNode } from 'react';
import { CopyButton } from './CopyButton';
import styles from './Token.module.css';

interface Props {
  readonly token: string;
  /** What the button says; `Copy`, if left out. */
  readonly copy?: ReactNode;
}

/** A run as text, to be replayed elsewhere. */
export function Token({ token, copy }: Props): ReactNode {
  const code = useRef<HTMLElement>(null);
  // The text is selected then, and the reader's own keys copy it.
  const select = () => code.current && getSelection()?.selectAllChildren(code.current);
  return (
    <p className={styles.token}>
      <Translate id="token.label">Replay token</Translate>
      <code ref={code} tabIndex={0}>
        {token}
      </code>
      <CopyButton text={token} onFail={select}>
        {copy ?? <Translate id="token.copy">Copy</Translate>}
      </CopyButton>
    </p>
  );
}
