import type { ReactNode } from 'react';

export interface OptionProps {
  /** It is the right one, or one of them. */
  readonly right?: boolean;
  readonly children: ReactNode;
}

/** One of the answers to choose from; stands in `<Predict>` or `<Quiz>`, which shows it. */
export function Option({ children }: OptionProps): ReactNode {
  return children;
}
