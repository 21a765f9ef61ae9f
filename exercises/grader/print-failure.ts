import type { MessageCode } from 'workloop/messages';
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

/** What a run's table has beside words. */
const SIGNS = {
  '┊': 'cli.legend.asleep',
  '×': 'cli.legend.waits',
  '·': 'cli.legend.done',
  '▌': 'cli.legend.gate',
} as const satisfies Readonly<Record<string, MessageCode>>;

/** A run as a table, and what the signs in it mean. */
export function printTrace(output: Output, trace: Trace, options: FormatOptions = {}): void {
  if (trace.steps.length === 0) return;
  const table = formatTrace(trace, output.locale, options);
  for (const line of table.split('\n')) output.line(`  ${line}`.trimEnd());
  const signs = Object.entries(SIGNS).filter(([sign]) => table.includes(sign));
  if (signs.length === 0) return;
  output.line();
  output.line(`  ${signs.map(([sign, code]) => `${sign} ${output.text(code)}`).join('   ')}`);
}
