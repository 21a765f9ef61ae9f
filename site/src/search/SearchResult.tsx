import Link from '@docusaurus/Link';
import type { KeyboardEvent, ReactNode } from 'react';
import { excerpt, hitsIn, type Found } from './found';
import styles from './Search.module.css';

interface Props {
  readonly found: Found;
  readonly onFollow?: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A page or a section of it, and the words in it that were searched for. */
export function SearchResult({ found, onFollow, onKeyDown }: Props): ReactNode {
  const { t, u, h = '', s } = found.document;
  const page = found.page ? found.page.t : undefined;
  // A title or a heading is its own text; of everything else `s` says whose text it is.
  const heading = s ?? t;
  return (
    <Link to={`${u}${h}`} className={styles.result} onClick={onFollow} onKeyDown={onKeyDown}>
      <span className={styles.title}>{heading}</span>
      {page && page !== heading && <span className={styles.page}>{page}</span>}
      {s !== undefined && (
        <span className={styles.excerpt}>
          {excerpt(t, hitsIn(found), 120).map(({ text, hit }, index) =>
            hit ? <mark key={index}>{text}</mark> : text,
          )}
        </span>
      )}
    </Link>
  );
}
