import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Trouble } from '../../engine/trouble';
import { Said } from '../Said';
import { useLocale } from '../useLocale';
import { errorSentence } from './errorSentence';
import styles from './Trouble.module.css';

/** Why there is nothing to show: where in the program, what, and what to try. */
export function TroubleNote({ trouble }: { trouble: Trouble }): ReactNode {
  const locale = useLocale();
  if ('fault' in trouble) {
    return (
      <p className={styles.trouble}>
        <Translate id="playground.engineFault" values={{ reason: <code>{trouble.fault}</code> }}>
          {'The engine could not start or broke off: {reason}'}
        </Translate>
      </p>
    );
  }
  const { file, line } = trouble.refused;
  return (
    <p className={styles.trouble}>
      {file && <code>{`${file}:${line ?? 1}`}</code>} <Said text={errorSentence(trouble.refused, locale)} />
    </p>
  );
}
