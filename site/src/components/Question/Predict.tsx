import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Question, type QuestionProps } from './Question';

/** Something to decide before it is run. */
export function Predict(props: QuestionProps): ReactNode {
  return (
    <Question {...props} kind="predict" label={<Translate id="question.predict">Predict first</Translate>} />
  );
}
