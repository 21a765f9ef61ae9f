import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import styles from './Term.module.css';

interface Props {
  /** Of the term in the glossary. */
  readonly id: string;
  /** Begins the definition; what stands between the two is the language's. */
  readonly name: string;
  /** What it means. */
  readonly about: string;
  readonly children: ReactNode;
}

/**
 * A term at its first use: a link to the glossary, whose definition stands below the line while the pointer or the focus is on it.
 * The style sheet does that, with or without JavaScript; Escape is dismiss.ts.
 */
export function Term({ id, name, about, children }: Props): ReactNode {
  return (
    <span className={styles.term} data-term>
      <Link to={`/lessons/reference/glossary/#${id}`} aria-describedby={`term-${id}`}>
        {children}
      </Link>
      <span role="tooltip" id={`term-${id}`} className={styles.about}>
        <b>{name}</b>
        {about}
      </span>
    </span>
  );
}
