import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { scenarioProgram } from 'workloop/run';
import type { ExerciseProps } from '../Exercise/Exercise';
import { ExerciseFrame } from '../Exercise/ExerciseFrame';
import { textsIn } from '../Exercise/ExerciseText';
import { attempted } from '../Exercise/progress';
import { useProgress } from '../Exercise/useProgress';
import { bringingForward } from '../Playground/bringingForward';
import { shownTrace } from '../Playground/playground';
import { ReplayToken } from '../Playground/ReplayToken';
import { Result } from '../Playground/Result';
import { usePlayground } from '../Playground/usePlayground';
import { useSelectedStep } from '../Playground/useSelectedStep';
import { ProgramBench } from '../Workbench/ProgramBench';
import { useDesk } from '../Workbench/useDesk';
import { useSources } from '../Workbench/useSources';
import { Goals } from './Goals';
import { ScheduleControls } from './ScheduleControls';
import { useHandIn } from './useHandIn';

const nothing: readonly string[] = [];

/** A given program to break by hand: the learner hands in schedules, not code. */
export function ScheduleExercise({ exercise: page, children }: ExerciseProps): ReactNode {
  const { exercise, starterHash } = page;
  const [progress, changeProgress] = useProgress(exercise.id);
  const sources = useSources({
    name: `exercise:${exercise.id}`,
    starterHash,
    files: exercise.files,
    edit: nothing,
  });
  const desk = useDesk(sources);
  const [state, actions] = usePlayground(() =>
    scenarioProgram(exercise, exercise.scenarios[0]?.file ?? '', {}),
  );
  const { marks, select } = useSelectedStep(state, desk);
  const handIn = useHandIn(exercise, starterHash, (record, texts) => {
    const made = new Date().toISOString();
    changeProgress((before) => attempted(before, record, { texts, made, starterHash }));
  });
  const { trace } = shownTrace(state);
  const shown = bringingForward(actions, () => desk.show('result'));

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
        onChange={() => {}}
        onReplay={shown.replay}
        controls={
          <>
            <ScheduleControls
              exercise={exercise}
              state={state}
              actions={shown}
              solved={progress.solved === starterHash}
              own={handIn.own}
              onHandIn={() => trace && handIn.hand(trace.token)}
            />
            <ReplayToken onReplay={shown.replay} />
          </>
        }
        happened={
          <>
            <Goals exercise={exercise} record={handIn.record} trouble={handIn.trouble} />
            <Result
              state={state}
              actions={actions}
              onSelectStep={select}
              empty={
                <Translate id="schedule.empty">
                  Step by hand: you choose who moves, and what happens appears here.
                </Translate>
              }
            />
          </>
        }
      />
    </ExerciseFrame>
  );
}
