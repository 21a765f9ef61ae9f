import { parseArgs } from 'node:util';
import { answersOf } from './answers.ts';
import { compareEngines, type EnginesCompared } from './compareEngines.ts';
import { compareMinima, compareReductions } from './compareReductions.ts';
import { counterexamplesOf, type Reported } from './counterexamples.ts';
import { withOpened } from './opened.ts';

/** What is printed of an answer, a line each. */
export interface AnswerCompared {
  readonly name: string;
  readonly engines: EnginesCompared;
  /** What is said differently with fewer reductions; and of the least counterexample. */
  readonly reductions: readonly string[];
  readonly minima: readonly string[];
  readonly reported: readonly Reported[];
}

/**
 * `exercises.mjs --traces N --thorough REGEX`: compares what is said of the exercises' answers; of some also with fewer reductions, and
 * what all engines report.
 */
const { values } = parseArgs({
  options: { traces: { type: 'string', default: '1000000' }, thorough: { type: 'string', default: '' } },
});
const thorough = new RegExp(values.thorough);
const quickDpor = ({ traces }: EnginesCompared): readonly 'dpor'[] =>
  typeof traces === 'number' ? ['dpor'] : [];

for (const { name, program } of answersOf('exercises')) {
  const compared = await withOpened(program, (opened) => ({
    name,
    engines: compareEngines(opened, Number(values.traces)),
    reductions: thorough.test(name) ? compareReductions(opened) : [],
    minima: compareMinima(opened),
  }));
  // what the others find they make shorter: that is slow
  const others = thorough.test(name) ? (['sample', ...quickDpor(compared.engines)] as const) : [];
  const reported = await counterexamplesOf(program, ['graph', ...others]);
  console.log(JSON.stringify({ ...compared, reported } satisfies AnswerCompared));
}
