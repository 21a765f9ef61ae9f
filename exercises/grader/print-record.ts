import type { GradeRecord, ScenarioRecord } from 'workloop/run';
import { alignColumns, printable } from 'workloop/trace';
import type { Exercise } from './exercises.ts';
import type { Output } from './output.ts';

/** A row a scenario: title, points, verdict. */
export function printRecord(output: Output, exercise: Exercise, record: GradeRecord): void {
  const { locale } = output;
  const titles = new Map(exercise.files.scenarios.map(({ id, title }) => [id, title[locale]]));
  const rows = record.scenarios.map((scenario) => [
    `  ${titles.get(scenario.id) ?? scenario.id}`,
    points(scenario),
    verdict(output, scenario),
  ]);
  output.line(`${record.exercise} ${exercise.title[locale]}`);
  for (const line of alignColumns([...rows, [`  ${output.text('cli.total')}`, points(record), '']]))
    output.line(line);
}

const points = (of: { readonly points: number; readonly of: number }): string =>
  `${of.points}/${of.of}`.padStart(7);

/** What went wrong stands below, with its run; here only how hard it was to meet. */
function verdict(output: Output, { failure, sentence }: ScenarioRecord): string {
  if (!failure) return printable(sentence[output.locale]);
  if (failure.preemptions === 0) return output.text('cli.row.fails.free');
  return output.text('cli.row.fails.preemptions', { preemptions: failure.preemptions });
}
