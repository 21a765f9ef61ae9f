import type { Props } from '@theme/CodeBlock';
import CodeBlockString from '@theme/CodeBlock/Content/String';
import type { ReactNode } from 'react';

/** A block of code. Theme-classic draws each anew once the page is alive, in the colors of the mode; ours are one set for both. */
export default function CodeBlock({ children, ...props }: Props): ReactNode {
  if (typeof children !== 'string') throw new Error('A block of code has nothing but text in it');
  return <CodeBlockString {...props}>{children}</CodeBlockString>;
}
