import type { ReactNode } from 'react';
import { say } from 'workloop/messages';
import type { RunReport, ScenarioRecord } from 'workloop/run';
import { Timeline } from '../Timeline/Timeline';
import { Token } from '../Token/Token';
import { useLocale } from '../useLocale';

interface Props {
  readonly run: RunReport;
  readonly failure: NonNullable<ScenarioRecord['failure']>;
  readonly onSelectStep: (step: number) => void;
}

/** The run in which it goes wrong, at the step where it does, and its token. */
export function Counterexample({ run, failure, onSelectStep }: Props): ReactNode {
  const locale = useLocale();
  return (
    <>
      {!failure.shortest && <p>{say('cli.not-shortest', {}, locale)}</p>}
      <Timeline
        key={failure.token}
        trace={run.trace}
        initialStep={failure.failingStep}
        onSelectStep={({ step }) => onSelectStep(step)}
      />
      <Token token={failure.token} />
    </>
  );
}
