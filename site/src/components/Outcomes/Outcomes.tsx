import Translate from '@docusaurus/Translate';
import { useId, useState, type ReactNode } from 'react';
import type { OutcomeReport } from 'workloop/run';
import { Button } from '../Button/Button';
import { outcomeLines } from './outcomeLines';
import styles from './Outcomes.module.css';

/** So many stand there at first. */
const few = 8;

interface Props {
  readonly outcomes: readonly OutcomeReport[];
  /** Nothing else can come out. */
  readonly all: boolean;
  readonly shown: string | undefined;
  readonly onOpen: (token?: string) => void;
}

/** Every way a program was seen to end, and of each a run that ends so. */
export function Outcomes({ outcomes, all, shown, onOpen }: Props): ReactNode {
  const id = useId();
  const [whole, setWhole] = useState(false);
  const count = outcomes.length;
  return (
    <section aria-labelledby={id}>
      <p id={id} className={styles.title}>
        {all ? (
          <Translate id="outcomes.all" values={{ count }}>
            {'All the ways it can end: {count}'}
          </Translate>
        ) : (
          <Translate id="outcomes.found" values={{ count }}>
            {'Ways it was seen to end: {count}'}
          </Translate>
        )}
      </p>
      <ul className={styles.outcomes}>
        {outcomes.slice(0, whole ? count : few).map((outcome) => {
          const isShown = shown === outcome.token;
          const lines = outcomeLines(outcome);
          return (
            <li key={outcome.token} className={styles.outcome}>
              {lines.map((line) => (
                <code key={line}>{line}</code>
              ))}
              {lines.length === 0 && <Translate id="outcomes.returns">Every call returns.</Translate>}
              <span className={styles.quiet}>
                {outcome.preemptions === 0 ? (
                  <Translate id="outcomes.noPreemption">Takes no preemption</Translate>
                ) : (
                  <Translate id="outcomes.preemptions" values={{ count: outcome.preemptions }}>
                    {'Preemptions in this run: {count} (fewer may do)'}
                  </Translate>
                )}
              </span>
              <Button aria-expanded={isShown} onClick={() => onOpen(isShown ? undefined : outcome.token)}>
                {isShown ? (
                  <Translate id="exercise.hideRun">Hide this run</Translate>
                ) : (
                  <Translate id="outcomes.show">Show a run</Translate>
                )}
              </Button>
            </li>
          );
        })}
      </ul>
      {!whole && count > few && (
        <Button kind="quiet" onClick={() => setWhole(true)}>
          <Translate id="outcomes.more" values={{ count: count - few }}>
            {'Show {count} more'}
          </Translate>
        </Button>
      )}
    </section>
  );
}
