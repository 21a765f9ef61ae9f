import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {
  fetchIndexesByWorker,
  searchByWorker,
} from '@easyops-cn/docusaurus-search-local/dist/client/client/theme/searchByWorker';
import { useEffect, useState } from 'react';
import type { Found } from './found';

export interface Search {
  readonly state: 'loading' | 'ready' | 'failed';
  /** What these are the results of. */
  readonly query: string;
  readonly results: readonly Found[];
}

const most = 12;

/** Searches this site in the page's language; the index comes with the first search and stays on this machine. */
export function useSearch(query: string): Search {
  const { baseUrl } = useDocusaurusContext().siteConfig;
  const [search, setSearch] = useState<Search>({ state: 'loading', query: '', results: [] });

  useEffect(() => {
    let current = true;
    const wanted = query.trim();
    async function ask() {
      await fetchIndexesByWorker(baseUrl, '');
      const results = wanted === '' ? [] : await searchByWorker(baseUrl, '', wanted, most);
      if (current) setSearch({ state: 'ready', query: wanted, results });
    }
    ask().catch(() => current && setSearch({ state: 'failed', query: wanted, results: [] }));
    return () => {
      current = false;
    };
  }, [baseUrl, query]);

  return search;
}
