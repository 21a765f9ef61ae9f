import type { ReactNode } from 'react';

/** The explanation; stands in `<Predict>` or `<Quiz>`, which shows it once the reader has answered or asks for it. */
export function Why({ children }: { children: ReactNode }): ReactNode {
  return children;
}
