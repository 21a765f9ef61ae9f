import type { PackedChoice } from '../kernel/index.ts';
import { choiceOf, stepsOf, type Label } from './graph.ts';
import type { Finding, Search } from './search.ts';
import type { Choice } from './verdict.ts';

const SAME_THREAD = 0xff;

/** The single steps of a macro-step. */
export function stepsAlong(choice: PackedChoice, steps: number): PackedChoice[] {
  return Array.from({ length: steps }, (_, i) => (i === 0 ? choice : choice & ~SAME_THREAD));
}

export const stepsOfLabel = (l: Label): PackedChoice[] => stepsAlong(choiceOf(l), stepsOf(l));

/** The steps along the edges by which a state was first reached. */
export function stepsTo(search: Search, state: number): PackedChoice[] {
  const parts: PackedChoice[][] = [];
  for (let at = state; search.parents.data[at] >= 0; at = search.parents.data[at]) {
    parts.push(stepsOfLabel(search.arrivals.data[at]));
  }
  return parts.toReversed().flat();
}

/** The steps to where something was found. */
export const stepsToFinding = (search: Search, finding: Finding): PackedChoice[] => [
  ...stepsTo(search, finding.state),
  ...stepsAlong(finding.choice, finding.steps),
];

export const unpack = (steps: readonly PackedChoice[]): Choice[] =>
  steps.map((choice) => ({ context: choice >> 8, alternative: choice & 255 }));
