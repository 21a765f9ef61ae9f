import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Choice } from '../Choice/Choice';
import styles from './Workbench.module.css';

/** What is in front where there is room for one only. */
export type Pane = 'code' | 'result';

interface Props {
  readonly label: string;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
  /** The reader comes here, and will soon want something to run. */
  readonly onApproach: () => void;
  readonly code: ReactNode;
  readonly controls: ReactNode;
  readonly happened: ReactNode;
}

/** Code, buttons, and beside or below them what happened. */
export function Workbench({ label, pane, onPane, onApproach, code, controls, happened }: Props): ReactNode {
  return (
    <div role="group" className={styles.workbench} aria-label={label}>
      <div className={styles.panes} data-scripted>
        <Choice
          label={translate({ id: 'playground.pane', message: 'Show' })}
          value={pane}
          onChange={onPane}
          options={[
            { value: 'code', label: translate({ id: 'playground.pane.code', message: 'Code' }) },
            { value: 'result', label: translate({ id: 'playground.pane.result', message: 'What happened' }) },
          ]}
        />
      </div>
      <div className={styles.frame} onPointerEnter={onApproach} onFocus={onApproach}>
        <div className={styles.code} data-shown={pane === 'code' || undefined}>
          {code}
        </div>
        <noscript>
          <p>
            <Translate id="workbench.unscripted">
              You can read this code without JavaScript. To run, change or check it, turn JavaScript on.
            </Translate>
          </p>
        </noscript>
        <div className={styles.controls} data-scripted>
          {controls}
        </div>
        <div className={styles.happened} data-shown={pane === 'result' || undefined} data-scripted>
          {happened}
        </div>
      </div>
    </div>
  );
}
