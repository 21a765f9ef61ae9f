import { translate } from '@docusaurus/Translate';
import { useId, type ReactElement, type ReactNode } from 'react';
import type { OptionProps } from './Option';
import styles from './Question.module.css';

interface Props {
  readonly options: readonly ReactElement<OptionProps>[];
  readonly chosen: number | undefined;
  readonly onChoose: (index: number) => void;
}

/** The answers as a list of lettered buttons. Once one is chosen, those that are right are marked. */
export function Choices({ options, chosen, onChoose }: Props): ReactNode {
  const id = useId();
  return (
    <ol className={styles.options}>
      {options.map((option, index) => (
        <li key={option.key}>
          <button
            type="button"
            id={`${id}button${index}`}
            aria-pressed={index === chosen}
            aria-labelledby={`${id}button${index} ${id}text${index}`}
            onClick={() => onChoose(index)}
          >
            {String.fromCharCode(65 + index)}
          </button>
          <div id={`${id}text${index}`}>{option}</div>
          {chosen !== undefined && option.props.right && (
            <span
              role="img"
              className={styles.mark}
              aria-label={translate({ id: 'question.mark', message: 'right' })}
            >
              ✓
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
