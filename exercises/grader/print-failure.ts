import type { FailureReport, ScenarioRecord } from 'workloop/run';
import { formatTrace, printable, type FormatOptions, type Trace } from 'workloop/trace';
import type { Output } from './output.ts';

/** A counterexample longer than this shows its end; `replay` shows all of it. */
const STEPS = 60;

/** The run in which it went wrong, and how to see it again. */
export function printFailure(
  output: Output,
  failure: NonNullable<ScenarioRecord['failure']> | FailureReport,
  trace: Trace,
  replay: string,
): void {
  if (!failure.shortest) output.line(`  ${output.text('trace.not-shortest')}`);
  output.line();
  printTrace(output, trace, { last: STEPS, mark: failure.failingStep });
  output.line();
  output.line(`  ${output.text('cli.replay', { token: failure.token })}`);
  output.line(`  npm run workloop -- ${printable(replay)} '${failure.token}'`);
}

/** A run as a table, and what its signs mean. */
export function printTrace(output: Output, trace: Trace, options: FormatOptions = {}): void {
  if (trace.steps.length === 0) return;
  for (const line of formatTrace(trace, output.locale, options).split('\n'))
    output.line(`  ${line}`.trimEnd());
  output.line();
  output.line(`  ${output.text('cli.legend')}`);
}
