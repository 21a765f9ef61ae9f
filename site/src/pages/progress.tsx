import Translate, { translate } from '@docusaurus/Translate';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { ButtonRow } from '../components/Button/Button';
import { CourseMap } from '../course/CourseMap';
import { LoadButton } from '../progress/LoadButton';
import styles from '../progress/Progress.module.css';
import { SaveButton } from '../progress/SaveButton';

export default function ProgressPage(): ReactNode {
  const title = translate({ id: 'progress.title', message: 'Your progress' });
  return (
    <Layout
      title={title}
      description={translate({
        id: 'progress.description',
        message: 'What you have solved, chosen and written, to take along as a file.',
      })}
    >
      <main className={styles.page}>
        <h1>{title}</h1>
        <p>
          <Translate id="progress.text">
            What you have solved, chosen and written stays in this browser, and only there: clearing its data
            clears it. A file keeps it, or takes it to another browser. Loading one adds to what is here; of
            two versions of your code you get both.
          </Translate>
        </p>
        <noscript>
          <p>
            <Translate id="progress.unscripted">Nothing is kept or loaded while JavaScript is off.</Translate>
          </p>
        </noscript>
        <ButtonRow>
          <SaveButton />
          <LoadButton />
        </ButtonRow>
        <h2>
          <Translate id="progress.course">The course</Translate>
        </h2>
        <CourseMap />
      </main>
    </Layout>
  );
}
