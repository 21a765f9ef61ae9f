import Translate from '@docusaurus/Translate';
import { useState, type ReactNode } from 'react';
import { Button } from '../Button/Button';

interface Props {
  readonly text: string;
  /** What it says before it was pressed. */
  readonly children: ReactNode;
  /** There is no clipboard. */
  readonly onFail?: () => void;
}

/** Copies a text, and says that it has. */
export function CopyButton({ text, children, onFail }: Props): ReactNode {
  const [copied, setCopied] = useState<string>();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      onFail?.();
    }
  }
  return (
    <span aria-live="polite">
      <Button onClick={() => void copy()}>
        {copied === text ? <Translate id="token.copied">Copied</Translate> : children}
      </Button>
    </span>
  );
}
