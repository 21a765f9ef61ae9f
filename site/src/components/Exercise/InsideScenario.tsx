import { lazy, Suspense, type ReactNode } from 'react';
import { say } from 'workloop/messages';
import type { ScenarioRecord } from 'workloop/run';
import type { TraceStep } from 'workloop/trace';
import { Timeline, type Look } from '../Timeline/Timeline';
import { Token } from '../Token/Token';
import { useLocale } from '../useLocale';
import type { OpenScenario } from './exerciseState';

const Explored = lazy(() => import('../Outcomes/Explored'));

interface Props {
  readonly open: OpenScenario;
  readonly failure: ScenarioRecord['failure'];
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  /** Shows the run with this token, or none. */
  readonly onShow: (token?: string) => void;
  readonly onSelectStep: (step: TraceStep) => void;
}

/** The run in which it goes wrong, at the step where it does; or, where nothing does, every way it can end and a run of the reader's choice. */
export function InsideScenario({
  open: { verdict, run },
  failure,
  look,
  onLook,
  onShow,
  onSelectStep,
}: Props): ReactNode {
  const locale = useLocale();
  return (
    <>
      {failure && !failure.shortest && <p>{say('trace.not-shortest', {}, locale)}</p>}
      {verdict && (
        <Suspense>
          <Explored verdict={verdict} shown={run?.trace.token} onOpen={onShow} />
        </Suspense>
      )}
      {run && (
        <>
          <Timeline
            trace={run.trace}
            initialStep={failure?.failingStep}
            look={look}
            onLook={onLook}
            onSelectStep={onSelectStep}
          />
          <Token token={run.trace.token} />
        </>
      )}
    </>
  );
}
