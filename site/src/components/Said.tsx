import { Fragment, type ReactNode } from 'react';

/** A sentence of the engine's; what it sets in `backquotes` is code. */
export function Said({ text }: { text: string }): ReactNode {
  return text
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
    );
}
