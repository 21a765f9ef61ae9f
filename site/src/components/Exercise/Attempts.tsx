import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from '../Button/Button';
import { useLocale } from '../useLocale';
import type { Texts } from '../Workbench/work';
import styles from './Exercise.module.css';
import { bestOf, type Attempt } from './progress';

interface Props {
  readonly attempts: readonly Attempt[];
  readonly onOpen: (texts: Texts) => void;
}

/** What has been checked so far, the newest first, to go back to. */
export function Attempts({ attempts, onOpen }: Props): ReactNode {
  const locale = useLocale();
  const last = attempts.at(-1);
  if (!last) return null;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <details className={styles.attempts}>
      <summary>
        <Translate
          id="exercise.attempts"
          values={{ count: attempts.length, best: bestOf(attempts), of: last.of }}
        >
          {'Attempts: {count}; best: {best} of {of} points'}
        </Translate>
      </summary>
      <ol reversed>
        {attempts.toReversed().map(({ made, points, of, texts }) => (
          <li key={made}>
            <time dateTime={made}>{when.format(new Date(made))}</time>{' '}
            <Translate id="exercise.scenarioPoints" values={{ points, of }}>
              {'{points} of {of}'}
            </Translate>{' '}
            <Button kind="quiet" onClick={() => onOpen(texts)}>
              <Translate id="exercise.openAttempt">Open this code</Translate>
            </Button>
          </li>
        ))}
      </ol>
    </details>
  );
}
