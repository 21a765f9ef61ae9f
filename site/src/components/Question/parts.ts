import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import { Option, type OptionProps } from './Option';
import { Why } from './Why';

export interface Parts {
  readonly question: readonly ReactNode[];
  readonly options: readonly ReactElement<OptionProps>[];
  readonly why: readonly ReactNode[];
}

/** Sorts a question's children: what is asked, the answers to choose from, the explanation. */
export function partsOf(children: ReactNode): Parts {
  const all = Children.toArray(children);
  const isOption = (child: ReactNode): child is ReactElement<OptionProps> =>
    isValidElement(child) && child.type === Option;
  const isWhy = (child: ReactNode): boolean => isValidElement(child) && child.type === Why;
  return {
    question: all.filter((child) => !isOption(child) && !isWhy(child)),
    options: all.filter(isOption),
    why: all.filter(isWhy),
  };
}
