import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { say } from 'workloop/messages';
import { Timeline } from '../Timeline/Timeline';
import { useLocale } from '../useLocale';
import { Moves } from './Moves';
import styles from './Playground.module.css';
import { shownTrace, type PlaygroundState } from './playground';
import type { PlaygroundActions } from './usePlayground';
import { Verdict } from './Verdict';

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
        <Waiting state={state} />
        {verdict && <Verdict report={verdict} />}
        {run?.failure && <p className={styles.failure}>{run.failure.summary[locale]}</p>}
        {trouble && <TroubleNote trouble={trouble} />}
      </div>
      {run && chosen && <Moves run={run} onChoose={actions.step} />}
      {trace && trace.steps.length > 0 && (
        <Timeline
          key={trace.token}
          trace={trace}
          density={chosen ? 'everything' : 'steps'}
          initialStep={standOn}
          onSelectStep={({ step }) => onSelectStep(step)}
        />
      )}
      {!trace && !verdict && !trouble && !state.work && (
        <p className={styles.empty}>
          <Translate id="playground.empty">Run it, and what happens appears here, step by step.</Translate>
        </p>
      )}
    </div>
  );
}

function Waiting({ state: { work, progress } }: { state: PlaygroundState }): ReactNode {
  if (!work) return null;
  return (
    <p className={styles.waiting}>
      {work === 'check' && progress ? (
        <Translate id="playground.checking" values={{ states: progress.states.toLocaleString('en') }}>
          {'Checking all schedules: {states} states so far'}
        </Translate>
      ) : (
        <Translate id="playground.starting">Starting …</Translate>
      )}
    </p>
  );
}

function TroubleNote({ trouble }: { trouble: NonNullable<PlaygroundState['trouble']> }): ReactNode {
  const locale = useLocale();
  if ('fault' in trouble) {
    return (
      <p className={styles.failure}>
        <Translate id="playground.engineFault" values={{ reason: <code>{trouble.fault}</code> }}>
          {'The engine could not start or broke off: {reason}'}
        </Translate>
      </p>
    );
  }
  const { code, data, file, line } = trouble.refused;
  return (
    <p className={styles.failure}>
      {file && <code>{`${file}:${line ?? 1}`}</code>} {say(code, data, locale)}
    </p>
  );
}
