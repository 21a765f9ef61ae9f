import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Problem } from '../../language/protocol';
import styles from './Editor.module.css';
import type { Types } from './useTypes';

/** As many are listed; whoever breaks the first line of a file need not read on. */
const most = 8;

interface Props {
  readonly types: Types;
  /** False until a switch would do something. */
  readonly ready: boolean;
  readonly onGoTo: (problem: Problem) => void;
}

/** The switch for types and completion, and below it what the types say. */
export function TypesPanel({ types, ready, onGoTo }: Props): ReactNode {
  const { on, turn, problems = [] } = types;
  return (
    <div className={styles.types} data-ready={ready || undefined}>
      <label>
        <input type="checkbox" checked={on} onChange={() => turn(!on)} />{' '}
        {on ? (
          <Translate id="types.switch">Types and completion</Translate>
        ) : (
          <Translate id="types.offer">Types and completion (about 1 MB, once)</Translate>
        )}
      </label>
      {on && types.project && (
        <p>
          <Translate id="types.keys">
            Ctrl+Space or Alt+I completes; F1 explains the word at the cursor; F8 goes to the next error.
          </Translate>
        </p>
      )}
      <p role="status">{on && said(types)}</p>
      {on && problems.length > 0 && (
        <ul>
          {problems.slice(0, most).map((problem) => (
            <li key={`${problem.file}:${problem.from}:${problem.message}`}>
              <button type="button" onClick={() => onGoTo(problem)}>
                {problem.file}:{problem.line}
              </button>{' '}
              {problem.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function said({ project, failed, problems }: Types): string {
  if (failed) return translate({ id: 'types.failed', message: 'Types and completion could not be loaded.' });
  if (!project || !problems) return translate({ id: 'types.loading', message: 'Loading types…' });
  if (problems.length === 0) return translate({ id: 'types.right', message: 'No type errors.' });
  if (problems.some(({ isSyntax }) => isSyntax))
    return translate(
      { id: 'types.syntax', message: 'Errors: {count}. A syntax error keeps the program from running.' },
      { count: problems.length },
    );
  return translate(
    { id: 'types.wrong', message: 'Type errors: {count}. They do not stop a run.' },
    { count: problems.length },
  );
}
