import Translate, { translate } from '@docusaurus/Translate';
import status from '@generated/work-loop-translation/default/status.json';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { PageTable, TextTable } from '../components/Translation/StatusTable';
import styles from '../progress/Progress.module.css';

const { pages, texts } = status;
const sections = pages.reduce((sum, page) => sum + page.sections, 0);
const behind = pages.reduce((sum, page) => sum + page.behind.length, 0);

export default function TranslationPage(): ReactNode {
  const title = translate({ id: 'translation.title', message: 'Translation' });
  return (
    <Layout
      title={title}
      description={translate({
        id: 'translation.description',
        message: 'Which sections are in step in English and Chinese, and which are behind.',
      })}
    >
      <main className={`${styles.page} markdown`}>
        <h1>{title}</h1>
        <p>
          <Translate id="translation.explained">
            Every page exists in English and in Chinese. Where one language has changed and the other has not
            followed, the section says so and links to the newer one; this page lists them all. It is computed
            from the texts whenever the site is built.
          </Translate>
        </p>
        <p>
          <Translate id="translation.count" values={{ pages: pages.length, sections, behind }}>
            {'{pages} pages with {sections} sections; behind: {behind}.'}
          </Translate>
        </p>
        <PageTable pages={pages} />
        <h2>
          <Translate id="translation.exercises">Exercises and other texts</Translate>
        </h2>
        <TextTable texts={texts} />
      </main>
    </Layout>
  );
}
