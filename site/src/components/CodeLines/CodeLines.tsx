import { Highlight } from 'prism-react-renderer';
import type { ReactNode } from 'react';
import { codeTheme } from '../../theme/codeTheme';
import styles from './CodeLines.module.css';
import { spansOf } from './spans';

export interface CodeLinesProps {
  readonly text: string;
  readonly language: string;
  readonly lineClassName?: string;
}

/** Code in the colors of its language, a line each. */
export function CodeLines({ text, language, lineClassName }: CodeLinesProps): ReactNode {
  return (
    <Highlight code={text} language={language} theme={codeTheme}>
      {({ tokens }) =>
        tokens.map((line, index) => (
          <span key={index} className={lineClassName}>
            {spansOf(line).map(({ kind, text: said }, key) =>
              kind ? (
                <span key={key} className={styles[kind]}>
                  {said}
                </span>
              ) : (
                said
              ),
            )}
          </span>
        ))
      }
    </Highlight>
  );
}
