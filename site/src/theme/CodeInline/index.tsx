import type { Props } from '@theme/CodeInline';
import type { ReactNode } from 'react';

/** How many characters fit on a line, in a list, too: of the narrowest page, and of one that is no phone's. */
const narrow = 26;
const wide = 48;

/** Code in running text. A name of an API is not broken at its `->`, unless it is too long for a line: then before it. */
export default function CodeInline({ children, ...props }: Props): ReactNode {
  const text = typeof children === 'string' ? children : undefined;
  const length = text?.length ?? Infinity;
  const [first, ...rest] = text?.split(/(?=->)/) ?? [children];
  return (
    <code {...props} data-fits={length <= narrow ? 'narrow' : length <= wide ? 'wide' : undefined}>
      {first}
      {rest.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </code>
  );
}
