import Translate from '@docusaurus/Translate';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { useId, useState, type ReactNode } from 'react';
import { useKept } from '../../storage/useKept';
import { Answer } from '../Answer/Answer';
import { Choices } from './Choices';
import { partsOf } from './parts';
import styles from './Question.module.css';

export interface QuestionProps {
  /** Names it on its page; the same in both languages. */
  readonly id: string;
  /** What is asked, then `<Option>`s, then `<Why>`. */
  readonly children: ReactNode;
}

interface Props extends QuestionProps {
  readonly kind: 'predict' | 'quiz';
  readonly label?: ReactNode;
}

/** A question with answers to choose from: the choice is judged at once, and the explanation opens. It never blocks reading. */
export function Question({ id, kind, label, children }: Props): ReactNode {
  const { question, options, why } = partsOf(children);
  const { metadata } = useDoc();
  const [kept, keep] = useKept<number>(`question:${metadata.id}:${id}`);
  const [chosenNow, setChosenNow] = useState<number>();
  const asked = useId();
  const chosen = kept !== undefined && options[kept] ? kept : undefined;
  const right = chosen !== undefined && options[chosen]?.props.right;

  function choose(index: number) {
    keep(() => index);
    setChosenNow(index);
  }

  return (
    <div role="group" aria-labelledby={asked} className={styles.question} data-kind={kind}>
      {label && <p className={styles.label}>{label}</p>}
      <div id={asked} className={styles.asked}>
        {question}
      </div>
      <Choices options={options} chosen={chosen} onChoose={choose} />
      <p role="status" className={styles.judged} data-right={right || undefined} data-scripted>
        {chosen !== undefined && (
          <>
            <span aria-hidden="true">{right ? '✓ ' : '✕ '}</span>
            {right ? (
              <Translate id="question.right">Right.</Translate>
            ) : (
              <Translate id="question.wrong">Not this one.</Translate>
            )}
          </>
        )}
      </p>
      <Answer
        key={chosenNow}
        startsOpen={chosenNow !== undefined}
        title={<Translate id="question.why">Show me why</Translate>}
      >
        {why}
      </Answer>
    </div>
  );
}
