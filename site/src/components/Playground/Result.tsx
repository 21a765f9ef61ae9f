import Translate from '@docusaurus/Translate';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { TraceStep } from 'workloop/trace';
import { say } from 'workloop/messages';
import { Button, ButtonRow } from '../Button/Button';
import { Said } from '../Said';
import { Timeline, type Look } from '../Timeline/Timeline';
import { Token } from '../Token/Token';
import { TroubleNote } from '../Trouble/TroubleNote';
import { useLocale } from '../useLocale';
import { Verdict } from '../Verdict/Verdict';
import { Moves } from './Moves';
import styles from './Playground.module.css';
import { shownTrace, type PlaygroundState } from './playground';
import type { PlaygroundActions } from './usePlayground';
import { useStepKeys } from './useStepKeys';
import { Waiting } from './Waiting';

const Explored = lazy(() => import('../Outcomes/Explored'));

interface Props {
  readonly state: PlaygroundState;
  readonly actions: PlaygroundActions;
  readonly onSelectStep: (step: TraceStep) => void;
  /** What stands there before anything has been run. */
  readonly empty?: ReactNode;
}

/** What happened: the verdict or the run, its timeline, and by hand the next choices. */
export function Result({ state, actions, onSelectStep, empty }: Props): ReactNode {
  const locale = useLocale();
  const [look, setLook] = useState<Look>({});
  const { run, verdict, opened, trouble, chosen } = state;
  const { trace, step: standOn } = shownTrace(state);

  return (
    <div ref={useStepKeys(state, actions)}>
      <div aria-live="polite">
        <Waiting work={state.work} progress={state.progress} />
        {verdict && <Verdict {...verdict} />}
        {run?.divergedAt !== undefined && <p>{say('program.diverged', { step: run.divergedAt }, locale)}</p>}
        {run?.divergence && <p>{run.divergence[locale]}</p>}
        {run?.failure && (
          <p className={styles.failure}>
            <Said text={run.failure.summary[locale]} />
          </p>
        )}
        {trouble && <TroubleNote trouble={trouble} />}
      </div>
      {verdict && verdict.verdict !== 'error' && (
        <Suspense>
          <Explored verdict={verdict} shown={trace?.token} onOpen={actions.open} />
        </Suspense>
      )}
      {run && chosen && <Moves run={run} actions={actions} />}
      {(opened ?? run)?.ended === 'open' && !chosen && (
        <ButtonRow>
          <Button onClick={actions.goOn}>
            <Translate id="playground.goOn">Go on by hand from here</Translate>
          </Button>
        </ButtonRow>
      )}
      {trace && trace.steps.length > 0 && (
        <>
          <Timeline
            trace={trace}
            density={chosen ? 'everything' : 'steps'}
            initialStep={standOn}
            look={look}
            onLook={setLook}
            onSelectStep={onSelectStep}
          />
          <Token
            token={trace.token}
            copy={chosen && <Translate id="playground.copySchedule">Copy this schedule</Translate>}
          />
        </>
      )}
      {!trace && !verdict && !trouble && !state.work && (
        <p className={styles.empty}>
          {empty ?? (
            <Translate id="playground.empty">Run it, and what happens appears here, step by step.</Translate>
          )}
        </p>
      )}
    </div>
  );
}
