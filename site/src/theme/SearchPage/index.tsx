import Head from '@docusaurus/Head';
import { useHistory } from '@docusaurus/router';
import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { SearchPanel } from '../../search/SearchPanel';
import styles from '../../progress/Progress.module.css';

/** Searching on a page of its own, whose address says what was searched for. */
export default function SearchPage(): ReactNode {
  const isBrowser = useIsBrowser();
  const history = useHistory();
  const title = translate({ id: 'search.title', message: 'Search' });
  return (
    <Layout title={title}>
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <main className={styles.page}>
        <h1>{title}</h1>
        <noscript>
          <p>
            <Translate id="search.unscripted">
              Searching needs JavaScript. The list of lessons leads to every page without it.
            </Translate>
          </p>
        </noscript>
        {isBrowser && (
          <SearchPanel
            initial={new URLSearchParams(history.location.search).get('q') ?? ''}
            onQuery={(query) => history.replace({ search: query && `?${new URLSearchParams({ q: query })}` })}
          />
        )}
      </main>
    </Layout>
  );
}
