import { translate } from '@docusaurus/Translate';
import { useMemo, useState, type ReactNode } from 'react';
import type { PageExercise } from '../../../plugins/exercises';
import type { LineMark } from '../Editor/editor';
import { marksAt } from '../Playground/marksAt';
import { ProgramBench } from '../Workbench/ProgramBench';
import { useDesk } from '../Workbench/useDesk';
import { useSources, type Sources } from '../Workbench/useSources';
import { Attempts } from './Attempts';
import { Controls } from './Controls';
import { ExerciseFrame } from './ExerciseFrame';
import { errorOf } from './exerciseState';
import { textsIn } from './ExerciseText';
import { attempted } from './progress';
import { Report } from './Report';
import { useExercise } from './useExercise';
import { useProgress } from './useProgress';

export interface ExerciseProps {
  /** In MDX its id; the build puts the exercise in its place, and its texts among the children. */
  readonly exercise: PageExercise;
  readonly children?: ReactNode;
}

/** Something to make right: statement, editor, Check, what came of it, hints, the reference answer. */
export function Exercise({ exercise: page, children }: ExerciseProps): ReactNode {
  const { exercise, starter, starterHash } = page;
  const sources = useSources({
    name: `exercise:${exercise.id}`,
    starterHash,
    files: { ...starter, ...exercise.files },
    edit: exercise.edit,
  });
  const desk = useDesk(sources);
  const [progress, changeProgress] = useProgress(exercise.id);
  const [step, setStep] = useState<number>();
  const [state, actions] = useExercise(exercise, sources.own, (record, graded) => {
    setStep(undefined);
    const made = new Date().toISOString();
    changeProgress((before) => attempted(before, record, { texts: graded, made, starterHash }));
  });
  const { record, open, stale } = state;
  const failing = record?.scenarios.find(({ id: scenario }) => scenario === open?.scenario)?.failure;
  const standing = step ?? failing?.failingStep;
  const error = record && errorOf(record);
  const marks = useMemo((): readonly LineMark[] => {
    if (stale) return [];
    if (error?.file) return [{ file: error.file, line: error.line ?? 1, tone: 'fail', letter: '✕' }];
    return open?.run && standing !== undefined ? marksAt(open.run.trace, standing) : [];
  }, [stale, error, open, standing]);

  function change(how: (work: Sources) => void) {
    how(sources);
    actions.edited();
  }

  return (
    <ExerciseFrame
      page={page}
      texts={textsIn(children)}
      progress={progress}
      onHint={() => changeProgress((before) => ({ ...before, hints: before.hints + 1 }))}
    >
      <ProgramBench
        label={translate({ id: 'exercise.label', message: 'Exercise' })}
        sources={sources}
        desk={desk}
        marks={marks}
        onApproach={actions.warm}
        onChange={change}
        controls={
          <Controls
            exercise={exercise}
            checking={state.work === 'check' || state.work === 'explore'}
            edited={sources.edited}
            own={sources.own}
            onCheck={() => {
              desk.show('result');
              actions.check();
            }}
            onCancel={actions.cancel}
            onReset={() => change((work) => work.reset())}
          />
        }
        happened={
          <Report
            exercise={exercise}
            state={state}
            actions={actions}
            onOpen={setStep}
            onSelectStep={(chosen) => {
              setStep(chosen.step);
              desk.goTo(chosen);
            }}
          />
        }
      />
      <Attempts attempts={progress.attempts} onOpen={(chosen) => change((work) => work.open(chosen))} />
    </ExerciseFrame>
  );
}
