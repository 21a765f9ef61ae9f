import type { OutcomeReport } from 'workloop/run';
import { returnCodeText } from 'workloop/trace';

/** What a program shows in the end: the cells that are watched, and what the calls returned, if they return anything. */
export function outcomeLines({
  watched,
  results,
}: Pick<OutcomeReport, 'watched' | 'results'>): readonly string[] {
  return [
    ...Object.entries(watched).map(([name, value]) => `${name} = ${named(value)}`),
    ...Object.entries(results)
      .filter(([, values]) => values.some((value) => value !== 'undefined'))
      .map(([name, values]) => `${name} → ${values.map(named).join(', ')}`),
  ];
}

/** Outcomes tell return codes as numbers. */
function named(value: string): string {
  return returnCodeText(Number(value)) ?? value;
}
