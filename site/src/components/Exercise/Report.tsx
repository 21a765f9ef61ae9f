import Translate from '@docusaurus/Translate';
import { useState, type ReactNode } from 'react';
import type { ExerciseFiles } from 'workloop/run';
import type { TraceStep } from 'workloop/trace';
import type { Look } from '../Timeline/Timeline';
import { Waiting } from '../Playground/Waiting';
import { TroubleNote } from '../Trouble/TroubleNote';
import styles from './Exercise.module.css';
import { errorOf, type ExerciseState } from './exerciseState';
import { InsideScenario } from './InsideScenario';
import { ScenarioResult } from './ScenarioResult';
import type { ExerciseActions } from './useExercise';

interface Props {
  readonly exercise: ExerciseFiles;
  readonly state: ExerciseState;
  readonly actions: ExerciseActions;
  readonly onSelectStep: (step: TraceStep) => void;
  /** Another run is shown, or none: no step of it is chosen yet. */
  readonly onOpen: (step: undefined) => void;
}

/** What came of a check: points, what keeps the program from running, and each scenario, to be looked into. */
export function Report({ exercise, state, actions, onSelectStep, onOpen }: Props): ReactNode {
  const { record, open, trouble, stale } = state;
  const [look, setLook] = useState<Look>({});
  const error = record && errorOf(record);
  return (
    <div className={styles.report}>
      <div aria-live="polite">
        <Waiting work={state.work} progress={state.progress} />
        {trouble && <TroubleNote trouble={trouble} />}
        {stale && (
          <p className={styles.quiet}>
            <Translate id="exercise.stale">You have changed the code since. Check it again.</Translate>
          </p>
        )}
        {record && (
          <p className={styles.points}>
            <Translate
              id="exercise.points"
              values={{ points: <b className={styles.number}>{record.points}</b>, of: record.of }}
            >
              {'{points} of {of} points'}
            </Translate>
          </p>
        )}
        {error && <TroubleNote trouble={{ refused: error }} />}
        {record && (
          <ol className={styles.scenarios}>
            {record.scenarios.map((scenario) => (
              <ScenarioResult
                key={scenario.id}
                title={exercise.scenarios.find(({ id }) => id === scenario.id)?.title}
                scenario={scenario}
                isOpen={open?.scenario === scenario.id}
                onOpen={() => {
                  onOpen(undefined);
                  if (open?.scenario === scenario.id) actions.close();
                  else actions.open(scenario);
                }}
                canOpen={!stale}
              >
                {open?.scenario === scenario.id && (
                  <InsideScenario
                    open={open}
                    failure={scenario.failure}
                    look={look}
                    onLook={setLook}
                    onShow={(token) => {
                      onOpen(undefined);
                      actions.show(token);
                    }}
                    onSelectStep={onSelectStep}
                  />
                )}
              </ScenarioResult>
            ))}
          </ol>
        )}
      </div>
      {!record && !trouble && !state.work && (
        <p className={styles.quiet}>
          <Translate id="exercise.empty">
            Check runs your code under every schedule of every scenario. What it finds appears here.
          </Translate>
        </p>
      )}
    </div>
  );
}
