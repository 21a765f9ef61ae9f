import { Highlight } from 'prism-react-renderer';
import type { ReactNode } from 'react';
import { codeTheme } from '../../theme/codeTheme';

export interface CodeLinesProps {
  readonly text: string;
  readonly language: string;
  readonly lineClassName?: string;
}

/** Code in the colors of its language, a line each. */
export function CodeLines({ text, language, lineClassName }: CodeLinesProps): ReactNode {
  return (
    <Highlight code={text} language={language} theme={codeTheme}>
      {({ tokens, getLineProps, getTokenProps }) =>
        tokens.map((line, index) => (
          <span key={index} {...getLineProps({ line })} className={lineClassName}>
            {line.map((token, key) => !token.empty && <span key={key} {...getTokenProps({ token })} />)}
            {'\n'}
          </span>
        ))
      }
    </Highlight>
  );
}
