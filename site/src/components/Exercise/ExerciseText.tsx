import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';

interface Props {
  readonly part: 'statement' | 'hint' | 'answer' | 'explanation';
  readonly children?: ReactNode;
}

/** One of an exercise's texts; the build puts them into `<Exercise>`. */
export function ExerciseText({ children }: Props): ReactNode {
  return children;
}

export interface ExerciseTexts {
  readonly statement: ReactNode;
  readonly hints: readonly ReactNode[];
  readonly answer: ReactNode;
  readonly explanation: ReactNode;
}

/** Sorts the texts among an exercise's children. */
export function textsIn(children: ReactNode): ExerciseTexts {
  const texts = Children.toArray(children).filter((child): child is ReactElement<Props> =>
    isValidElement(child),
  );
  const of = (part: Props['part']) => texts.filter((text) => text.props.part === part);
  return {
    statement: of('statement'),
    hints: of('hint'),
    answer: of('answer'),
    explanation: of('explanation'),
  };
}
