import type { ReactNode } from 'react';
import { say } from 'workloop/messages';
import type { RunReport, ScenarioRecord } from 'workloop/run';
import type { TraceStep } from 'workloop/trace';
import { Timeline, type Look } from '../Timeline/Timeline';
import { Token } from '../Token/Token';
import { useLocale } from '../useLocale';

interface Props {
  readonly run: RunReport;
  readonly failure: NonNullable<ScenarioRecord['failure']>;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly onSelectStep: (step: TraceStep) => void;
}

/** The run in which it goes wrong, at the step where it does, and its token. */
export function Counterexample({ run, failure, look, onLook, onSelectStep }: Props): ReactNode {
  const locale = useLocale();
  return (
    <>
      {!failure.shortest && <p>{say('trace.not-shortest', {}, locale)}</p>}
      <Timeline
        trace={run.trace}
        initialStep={failure.failingStep}
        look={look}
        onLook={onLook}
        onSelectStep={onSelectStep}
      />
      <Token token={failure.token} />
    </>
  );
}
