import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { say } from 'workloop/messages';
import { Said } from '../Said';
import { Timeline } from '../Timeline/Timeline';
import { Token } from '../Token/Token';
import { TroubleNote } from '../Trouble/TroubleNote';
import { useLocale } from '../useLocale';
import { Verdict } from '../Verdict/Verdict';
import { Moves } from './Moves';
import styles from './Playground.module.css';
import { shownTrace, type PlaygroundState } from './playground';
import type { PlaygroundActions } from './usePlayground';
import { Waiting } from './Waiting';

interface Props {
  readonly state: PlaygroundState;
  readonly actions: PlaygroundActions;
  readonly onSelectStep: (step: number) => void;
}

/** What happened: the verdict or the run, its timeline, and by hand the next choices. */
export function Result({ state, actions, onSelectStep }: Props): ReactNode {
  const locale = useLocale();
  const { run, verdict, trouble, chosen } = state;
  const { trace, step: standOn } = shownTrace(state);

  return (
    <div>
      <div aria-live="polite">
        <Waiting work={state.work} progress={state.progress} />
        {verdict && <Verdict {...verdict} />}
        {run?.divergedAt !== undefined && <p>{say('program.diverged', { step: run.divergedAt }, locale)}</p>}
        {run?.failure && (
          <p className={styles.failure}>
            <Said text={run.failure.summary[locale]} />
          </p>
        )}
        {trouble && <TroubleNote trouble={trouble} />}
      </div>
      {run && chosen && <Moves run={run} onChoose={actions.step} />}
      {trace && trace.steps.length > 0 && (
        <>
          <Timeline
            key={trace.token}
            trace={trace}
            density={chosen ? 'everything' : 'steps'}
            initialStep={standOn}
            onSelectStep={({ step }) => onSelectStep(step)}
          />
          <Token token={trace.token} />
        </>
      )}
      {!trace && !verdict && !trouble && !state.work && (
        <p className={styles.empty}>
          <Translate id="playground.empty">Run it, and what happens appears here, step by step.</Translate>
        </p>
      )}
    </div>
  );
}
