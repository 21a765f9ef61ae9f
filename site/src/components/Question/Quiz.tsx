import type { ReactNode } from 'react';
import { Question, type QuestionProps } from './Question';

/** Something to know once the lesson is read. */
export function Quiz(props: QuestionProps): ReactNode {
  return <Question {...props} kind="quiz" />;
}
