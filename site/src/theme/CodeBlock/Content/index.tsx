import { useCodeBlockContext } from '@docusaurus/theme-common/internal';
import type { Props } from '@theme/CodeBlock/Content';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { HighlightedCode } from '../../../near/HighlightedCode';
import styles from './styles.module.css';

/** The code of a block, without the highlighter: a page has it in color from the build. */
export default function CodeBlockContent({ className }: Props): ReactNode {
  const {
    metadata: { code, language },
    wordWrap: { codeBlockRef },
  } = useCodeBlockContext();
  return (
    <pre
      ref={codeBlockRef}
      tabIndex={0}
      className={clsx(className, `language-${language}`, styles.block, 'thin-scrollbar')}
    >
      <HighlightedCode lines={{ text: code, language }} className={styles.lines} />
    </pre>
  );
}
