import { useReducer, useRef } from 'react';
import { scenarioProgram, type ExerciseFiles, type GradeRecord, type ScenarioRecord } from 'workloop/run';
import type { Engine, Progress } from '../../engine/Engine';
import { useAsk } from '../../engine/useAsk';
import type { Texts } from '../Workbench/work';
import { after, type ExerciseEvent, type ExerciseState, type OpenScenario } from './exerciseState';

export interface ExerciseActions {
  check(): void;
  /** Stops the check that is under way. */
  cancel(): void;
  /** Shows the counterexample of a scenario, or all outcomes of one that passes. */
  open(scenario: ScenarioRecord): void;
  /** Of a scenario that is open and passes, shows the run with this token; without a token none any more. */
  show(token?: string): void;
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
  /** What the record is of: the learner may have gone on writing. */
  const checked = useRef<Texts>({});
  const onProgress = (progress: Progress) => dispatch({ type: 'progressed', progress });

  const programOf = (id: string) =>
    scenarioProgram(exercise, exercise.scenarios.find((one) => one.id === id)?.file ?? '', checked.current);

  async function replay(engine: Engine, scenario: string, token: string): Promise<OpenScenario> {
    return { scenario, run: await engine.replay(programOf(scenario), token) };
  }

  async function explore(engine: Engine, scenario: string): Promise<OpenScenario> {
    const how = { ...(exercise.limits && { limits: exercise.limits }), graph: true };
    return { scenario, verdict: await engine.explore(programOf(scenario), how, onProgress) };
  }

  async function grade(engine: Engine, texts: Texts): Promise<ExerciseEvent> {
    const record = await engine.grade(exercise, texts, onProgress);
    const failed = record.scenarios.find(({ failure }) => failure);
    const open = failed?.failure && (await replay(engine, failed.id, failed.failure.token));
    return { type: 'graded', record, open };
  }

  function look(type: 'replaying' | 'exploring', question: (engine: Engine) => Promise<OpenScenario>) {
    dispatch({ type });
    asking.ask<ExerciseEvent>(async (engine) => ({ type: 'opened', open: await question(engine) }), dispatch);
  }

  /** Without a question, and whatever was asked before. */
  function showOnly(open: OpenScenario | undefined) {
    asking.drop();
    dispatch({ type: 'opened', open });
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
        checked.current = texts;
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
      open({ id, failure }) {
        if (failure) look('replaying', (engine) => replay(engine, id, failure.token));
        else look('exploring', (engine) => explore(engine, id));
      },
      show(token) {
        if (!state.open) return;
        const { run: _, ...open } = state.open;
        if (token === undefined) showOnly(open);
        else
          look('replaying', async (engine) => ({ ...open, ...(await replay(engine, open.scenario, token)) }));
      },
      close: () => showOnly(undefined),
      edited: () => stop('edited'),
      warm: asking.warm,
    },
  ];
}
