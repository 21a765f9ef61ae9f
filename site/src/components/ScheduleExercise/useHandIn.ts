import { useState } from 'react';
import type { ExerciseFiles, GradeRecord } from 'workloop/run';
import { useAsk } from '../../engine/useAsk';
import type { Trouble } from '../../engine/trouble';
import { useKept } from '../../storage/useKept';
import type { Texts } from '../Workbench/work';
import { handedIn, ofProgram, schedulesFile, type HandedIn } from './handIn';

type Graded = { readonly type: 'graded'; readonly record: GradeRecord };

export interface HandIn extends HandedIn {
  readonly trouble: Trouble | undefined;
  /** The learner's file, as it is to be submitted. */
  own(): Texts;
  /** Has one more schedule graded, with those before. */
  hand(token: string): void;
}

/**
 * The schedules that the learner has handed in; the browser keeps them.
 *
 * @param program the hash of the program they are schedules of
 * @param onGraded called with each record and the file it is of
 */
export function useHandIn(
  exercise: ExerciseFiles,
  program: string,
  onGraded: (record: GradeRecord, texts: Texts) => void,
): HandIn {
  const asking = useAsk();
  const [kept, keep] = useKept<HandedIn>(`schedules:${exercise.id}`);
  const [trouble, setTrouble] = useState<Trouble>();
  const now = ofProgram(kept, program);
  const fileOf = (tokens: readonly string[]) => schedulesFile(exercise.edit[0] ?? '', tokens);

  return {
    ...now,
    trouble,
    own: () => fileOf(now.tokens),
    hand(token) {
      const texts = fileOf([...now.tokens, token]);
      setTrouble(undefined);
      asking.ask<Graded>(
        async (engine) => ({ type: 'graded', record: await engine.grade(exercise, texts) }),
        (event) => {
          if (event.type === 'troubled') return setTrouble(event.trouble);
          keep((before) => handedIn(ofProgram(before, program), token, event.record));
          onGraded(event.record, texts);
        },
      );
    },
  };
}
