import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { say, type Locale } from 'workloop/messages';
import type { ScenarioRecord } from 'workloop/run';
import { Button } from '../Button/Button';
import { useLocale } from '../useLocale';
import { Verdict } from '../Verdict/Verdict';
import styles from './Exercise.module.css';
import { verdictOf } from './exerciseState';

interface Props {
  readonly title: Readonly<Record<Locale, string>> | undefined;
  readonly scenario: ScenarioRecord;
  readonly isOpen: boolean;
  readonly canOpen: boolean;
  readonly onOpen: () => void;
  /** What is inside, if that is open. */
  readonly children?: ReactNode;
}

/** A scenario's points and verdict, which are announced; what is inside is there to be walked, not to be read out. */
export function ScenarioResult({ title, scenario, isOpen, canOpen, onOpen, children }: Props): ReactNode {
  const locale = useLocale();
  const { points, of, status, sentence, error, failure } = scenario;
  const label = failure ? run : status === 'pass' && ways;
  return (
    <li className={styles.scenario}>
      <p className={styles.scenarioTitle}>
        <b>{title?.[locale] ?? scenario.id}</b>{' '}
        <span className={styles.scenarioPoints}>
          <Translate id="exercise.scenarioPoints" values={{ points, of }}>
            {'{points} of {of}'}
          </Translate>
        </span>
      </p>
      {error ? (
        <p className={styles.quiet}>{say(`status.${status}`, {}, locale)}</p>
      ) : (
        <Verdict verdict={verdictOf(scenario)} sentence={sentence} />
      )}
      <div aria-live="off">
        {label && (canOpen || isOpen) && (
          <Button aria-expanded={isOpen} onClick={onOpen}>
            {isOpen ? label.hide : label.show}
          </Button>
        )}
        {children}
      </div>
    </li>
  );
}

const run = {
  show: <Translate id="exercise.showRun">Show this run</Translate>,
  hide: <Translate id="exercise.hideRun">Hide this run</Translate>,
};

const ways = {
  show: <Translate id="exercise.showWays">Show the ways it can end</Translate>,
  hide: <Translate id="exercise.hideWays">Hide the ways it can end</Translate>,
};
