import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Confirm } from '../Button/Confirm';

/** Back to the starting code; asks, since what was typed is gone then. */
export function ResetButton({ onReset }: { onReset: () => void }): ReactNode {
  return (
    <Confirm
      label={<Translate id="playground.reset">Reset</Translate>}
      question={<Translate id="playground.resetQuestion">Reset throws your changes away.</Translate>}
      yes={<Translate id="playground.resetYes">Throw them away</Translate>}
      no={<Translate id="playground.resetNo">Keep them</Translate>}
      onYes={onReset}
    />
  );
}
