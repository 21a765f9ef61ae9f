import { useReducer } from 'react';
import { scenarioProgram, type ExerciseFiles, type GradeRecord, type ScenarioRecord } from 'workloop/run';
import type { Engine } from '../../engine/Engine';
import { useAsk } from '../../engine/useAsk';
import type { Texts } from '../Workbench/work';
import { after, type ExerciseEvent, type ExerciseState, type OpenRun } from './exerciseState';

export interface ExerciseActions {
  check(): void;
  /** Stops the check that is under way. */
  cancel(): void;
  /** Shows the counterexample of a scenario. */
  open(scenario: ScenarioRecord): void;
  close(): void;
  /** The code is another one now. */
  edited(): void;
  /** Starts the engine before it is asked. */
  warm(): void;
}

/**
 * Has the learner's files graded and keeps the result.
 *
 * @param own the learner's files
 * @param onGraded called with each record and the files it is of
 */
export function useExercise(
  exercise: ExerciseFiles,
  own: () => Texts,
  onGraded: (record: GradeRecord, texts: Texts) => void,
): [ExerciseState, ExerciseActions] {
  const asking = useAsk();
  const [state, dispatch] = useReducer(after, {});

  async function replay(engine: Engine, { id, failure }: ScenarioRecord, texts: Texts): Promise<OpenRun> {
    const file = exercise.scenarios.find((scenario) => scenario.id === id)?.file ?? '';
    const run = await engine.replay(scenarioProgram(exercise, file, texts), failure?.token ?? '');
    return { scenario: id, run };
  }

  async function grade(engine: Engine, texts: Texts): Promise<ExerciseEvent> {
    const record = await engine.grade(exercise, texts, (progress) =>
      dispatch({ type: 'progressed', progress }),
    );
    const failed = record.scenarios.find(({ failure }) => failure);
    return { type: 'graded', record, open: failed && (await replay(engine, failed, texts)) };
  }

  function stop(why: 'edited' | 'cancelled') {
    asking.drop();
    dispatch({ type: why });
  }

  return [
    state,
    {
      check() {
        const texts = own();
        dispatch({ type: 'checking' });
        asking.ask(
          (engine) => grade(engine, texts),
          (event) => {
            dispatch(event);
            if (event.type === 'graded') onGraded(event.record, texts);
          },
        );
      },
      cancel: () => stop('cancelled'),
      open(scenario) {
        dispatch({ type: 'replaying' });
        asking.ask<ExerciseEvent>(
          async (engine) => ({ type: 'opened', open: await replay(engine, scenario, own()) }),
          dispatch,
        );
      },
      close: () => dispatch({ type: 'opened', open: undefined }),
      edited: () => stop('edited'),
      warm: asking.warm,
    },
  ];
}
