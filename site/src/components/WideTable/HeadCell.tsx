import type { ComponentProps, ReactNode } from 'react';

/** A column's head; the empty corner over a column of row names is none. */
export function HeadCell({ children, ...rest }: ComponentProps<'th'>): ReactNode {
  return children === undefined ? <td {...rest} /> : <th {...rest}>{children}</th>;
}
