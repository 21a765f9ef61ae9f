import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

export default function NotFoundContent(): ReactNode {
  return (
    <main className={styles.page}>
      <h1>
        <Translate id="notFound.title">No thread has ever reached this address</Translate>
      </h1>
      <p>
        <Translate id="notFound.text">
          The page may have moved, or the link that brought you here has a slip in it.
        </Translate>
      </p>
      <p>
        <Link to="/lessons/">
          <Translate id="notFound.lessons">All lessons</Translate>
        </Link>
        {' · '}
        <Link to="/">
          <Translate id="notFound.home">Home page</Translate>
        </Link>
      </p>
    </main>
  );
}
