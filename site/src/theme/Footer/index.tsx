import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { ThemeClassNames } from '@docusaurus/theme-common';
import type { ReactNode } from 'react';
import { OfflineLink } from '../../offline/OfflineLink';
import styles from './styles.module.css';

const sources = (
  <Link to="/lessons/sources/">
    <Translate id="footer.sources">Sources and licenses</Translate>
  </Link>
);

export default function Footer(): ReactNode {
  return (
    <footer className={`${ThemeClassNames.layout.footer.container} footer ${styles.footer}`}>
      <p>
        <Translate id="footer.licenses" values={{ sources }}>
          {'Code: Apache License 2.0. Text and pictures: CC BY 4.0. {sources}'}
        </Translate>
      </p>
      <p>
        <Link to="/lessons/">
          <Translate id="notFound.lessons">All lessons</Translate>
        </Link>
        {' · '}
        <Link to="/lessons/reference/glossary/">
          <Translate id="footer.glossary">Glossary</Translate>
        </Link>
        {' · '}
        <Link to="/lessons/reference/where-am-i/">
          <Translate id="footer.whereAmI">Where am I?</Translate>
        </Link>
        {' · '}
        <Link to="/translation/">
          <Translate id="translation.title">Translation</Translate>
        </Link>
        {' · '}
        <Link to="/progress/">
          <Translate id="progress.title">Your progress</Translate>
        </Link>
        {' · '}
        <OfflineLink />
      </p>
      <p>
        <Translate id="footer.local">
          Your code runs in this page and stays in this browser. The site loads nothing from anywhere else.
        </Translate>
      </p>
    </footer>
  );
}
