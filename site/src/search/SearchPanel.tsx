import Translate, { translate } from '@docusaurus/Translate';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Search.module.css';
import { SearchResult } from './SearchResult';
import { useSearch, type Search } from './useSearch';

interface Props {
  readonly initial?: string;
  readonly onQuery?: (query: string) => void;
  /** A result is followed. */
  readonly onFollow?: () => void;
}

/** A field, and below it what was found; the arrow keys walk through it, Enter in the field takes the first. */
export function SearchPanel({ initial = '', onQuery, onFollow }: Props): ReactNode {
  const [query, setQuery] = useState(initial);
  const search = useSearch(query);
  const panel = useRef<HTMLFormElement>(null);

  function walk(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const stops = [...(panel.current?.querySelectorAll<HTMLElement>('input, li a') ?? [])];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <form
      ref={panel}
      role="search"
      className={styles.panel}
      onSubmit={(event) => {
        event.preventDefault();
        panel.current?.querySelector<HTMLElement>('li a')?.click();
      }}
    >
      <input
        type="search"
        value={query}
        onKeyDown={walk}
        onChange={({ target }) => {
          setQuery(target.value);
          onQuery?.(target.value);
        }}
        aria-label={translate({ id: 'search.field', message: 'Search the lessons' })}
        placeholder={translate({ id: 'search.field', message: 'Search the lessons' })}
        autoComplete="off"
        spellCheck={false}
      />
      <p role="status" className={styles.status}>
        <Status search={search} />
      </p>
      {search.results.length > 0 && (
        <ol className={styles.results}>
          {search.results.map((found) => (
            <li key={found.document.i + (found.document.s ?? '')}>
              <SearchResult found={found} onFollow={onFollow} onKeyDown={walk} />
            </li>
          ))}
        </ol>
      )}
    </form>
  );
}

function Status({ search: { state, query, results } }: { search: Search }): ReactNode {
  if (process.env.NODE_ENV === 'development') {
    return (
      <Translate id="search.dev">
        The index is made when the site is built; the development server has none. To search, use “npm start”.
      </Translate>
    );
  }
  if (state === 'loading') return <Translate id="search.loading">The index is loading.</Translate>;
  if (state === 'failed') {
    return (
      <Translate id="search.failed">
        The index could not be loaded. Are you offline? The list of lessons leads everywhere, too.
      </Translate>
    );
  }
  if (query === '') {
    return <Translate id="search.hint">A term in either language, an API’s name, a symptom.</Translate>;
  }
  if (results.length === 0) {
    return (
      <Translate id="search.nothing" values={{ query }}>
        {'Nothing found for “{query}”. Fewer words find more.'}
      </Translate>
    );
  }
  return (
    <Translate id="search.count" values={{ count: results.length }}>
      {'Found: {count}'}
    </Translate>
  );
}
