import Translate, { translate } from '@docusaurus/Translate';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { OfflineCopy } from '../offline/OfflineCopy';
import styles from '../progress/Progress.module.css';

export default function OfflinePage(): ReactNode {
  const title = translate({ id: 'offline.title', message: 'Read offline' });
  return (
    <Layout
      title={title}
      description={translate({
        id: 'offline.description',
        message: 'Keep the course in this browser, to read and run without a network.',
      })}
    >
      <main className={styles.page}>
        <h1>{title}</h1>
        <p>
          <Translate id="offline.text">
            This browser can keep the course in English: every lesson, program and exercise, the engine and
            the search. It keeps nothing unless you ask. Whenever there is a network, you read the newest
            pages.
          </Translate>
        </p>
        <p>
          <Translate id="offline.install">
            Your browser’s menu may offer to install the site as an app. With a copy kept, the app also opens
            without a network.
          </Translate>
        </p>
        <OfflineCopy />
      </main>
    </Layout>
  );
}
