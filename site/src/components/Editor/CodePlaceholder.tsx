import type { ReactNode } from 'react';
import { HighlightedCode } from '../../near/HighlightedCode';
import styles from './Editor.module.css';

/** The code as text, at the size the editor will have: nothing jumps, and it reads without JavaScript. */
export function CodePlaceholder({ text }: { text: string }): ReactNode {
  return (
    <pre className={styles.placeholder} tabIndex={0}>
      <HighlightedCode lines={{ text, language: 'ts', lineClassName: styles.placeholderLine }} />
    </pre>
  );
}
