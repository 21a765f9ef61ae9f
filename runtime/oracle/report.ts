import type { Played } from './play.ts';
import { textOf, type Outcome } from './project.ts';

/** One scenario's result as lines of text. */
export function linesOf(played: Played): readonly string[] {
  const head = `${played.id} ${played.result}`;
  switch (played.result) {
    case 'equal':
      return [`${head}: ${played.outcomes} outcomes, ${played.states} states`];
    case 'too large':
      return [`${head}: more than ${played.states - 1} states`];
    case 'not covered':
    case 'failed':
      return [`${head}: ${played.reason}`];
    case 'different':
      return [
        `${head}: ${played.title}, ${played.states} states`,
        ...played.missing.map((outcome) => `  missing ${short(outcome)}`),
        ...played.extra.flatMap(({ outcome, witness }) => [
          `  extra   ${short(outcome)}`,
          `          ${witness.schedule}`,
          `          ${witness.trace}`,
        ]),
      ];
  }
}

/** How many scenarios ended in which way: the last line. */
export function summaryOf(all: readonly Played[]): string {
  const results = ['equal', 'different', 'failed', 'too large', 'not covered'] as const;
  const counts = results.map((result) => `${all.filter((one) => one.result === result).length} ${result}`);
  return `${all.length} scenarios: ${counts.join(', ')}`;
}

const short = (outcome: Outcome): string =>
  outcome.panic === null ? textOf(outcome) : `panic: ${outcome.panic}`;
