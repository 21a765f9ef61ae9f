import Translate from '@docusaurus/Translate';
import { useState, type ReactNode } from 'react';
import { Button, ButtonRow } from '../Button/Button';
import { Confirm } from '../Button/Confirm';
import styles from './Exercise.module.css';
import type { ExerciseTexts } from './ExerciseText';
import { OpenHelp } from './OpenHelp';

interface Props {
  readonly texts: ExerciseTexts;
  /** How many hints have been seen. */
  readonly shown: number;
  readonly solved: boolean;
  readonly onHint: () => void;
}

/** What appears takes the focus: the button that was pressed may be gone. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** Hints, one at a time, and the reference answer, behind a question unless the exercise is solved. */
export function Help({ texts, shown, solved, onHint }: Props): ReactNode {
  const [answer, setAnswer] = useState(false);
  const [asked, setAsked] = useState(false);
  const { hints } = texts;
  const seen = Math.min(shown, hints.length);
  return (
    <div className={styles.help}>
      <OpenHelp texts={texts} />
      {seen > 0 && (
        <ol className={styles.hints}>
          {hints.slice(0, seen).map((hint, index) => (
            <li key={index} tabIndex={-1} ref={asked && index === seen - 1 ? takeFocus : undefined}>
              {hint}
            </li>
          ))}
        </ol>
      )}
      {answer && (
        <div className={styles.text} tabIndex={-1} ref={takeFocus}>
          <p className={styles.answerTitle}>
            <Translate id="exercise.answerTitle">Reference answer</Translate>
          </p>
          {texts.answer}
          {!solved && texts.explanation}
        </div>
      )}
      <ButtonRow>
        {!solved && seen < hints.length && (
          <Button
            onClick={() => {
              setAsked(true);
              onHint();
            }}
          >
            <Translate id="exercise.hint" values={{ n: seen + 1, of: hints.length }}>
              {'Hint {n} of {of}'}
            </Translate>
          </Button>
        )}
        {!answer && solved && (
          <Button kind="quiet" onClick={() => setAnswer(true)}>
            <Translate id="exercise.answer">Answer</Translate>
          </Button>
        )}
        {!answer && !solved && (
          <Confirm
            label={<Translate id="exercise.answer">Answer</Translate>}
            question={
              <Translate id="exercise.answerQuestion">
                Once read, it cannot be found out any more. Show the reference answer?
              </Translate>
            }
            yes={<Translate id="exercise.answerYes">Show it</Translate>}
            no={<Translate id="exercise.answerNo">Not yet</Translate>}
            onYes={() => setAnswer(true)}
          />
        )}
      </ButtonRow>
    </div>
  );
}
