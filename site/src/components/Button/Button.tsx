import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';

interface Props extends Omit<ComponentProps<'button'>, 'className'> {
  /** `first`: what one most likely wants. `quiet`: what one rarely wants. */
  readonly kind?: 'plain' | 'first' | 'quiet';
}

export function Button({ kind = 'plain', type = 'button', ...rest }: Props): ReactNode {
  return <button type={type} className={styles[kind]} {...rest} />;
}

/** Buttons beside one another. */
export function ButtonRow({ children }: { children: ReactNode }): ReactNode {
  return <div className={styles.row}>{children}</div>;
}
