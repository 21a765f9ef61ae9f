import { Highlight } from 'prism-react-renderer';
import type { ReactNode } from 'react';
import { codeTheme } from '../../theme/codeTheme';
import styles from './Editor.module.css';

/** The code as text, at the size the editor will have: nothing jumps, and it reads without JavaScript. */
export function CodePlaceholder({ text }: { text: string }): ReactNode {
  return (
    <Highlight code={text} language="ts" theme={codeTheme}>
      {({ tokens, getLineProps, getTokenProps }) => (
        <pre className={styles.placeholder} tabIndex={0}>
          <code>
            {tokens.map((line, index) => (
              <span key={index} {...getLineProps({ line })} className={styles.placeholderLine}>
                {line.map((token, key) => (
                  <span key={key} {...getTokenProps({ token })} />
                ))}
                {'\n'}
              </span>
            ))}
          </code>
        </pre>
      )}
    </Highlight>
  );
}
