import type { Profile } from '../src/effects/index.ts';
import { ProgramFault } from '../src/guest/index.ts';
import { Everything } from './explore.ts';
import { Machine } from './machine.ts';
import { outcomesOf } from './outcomes.ts';
import { projectRecord, textOf, type Outcome } from './project.ts';
import type { OracleScenario } from './read.ts';
import { translate } from './translate.ts';
import { witnessOf, type Witness } from './witness.ts';
import { NotCovered } from './writer.ts';

/** What came of one scenario. */
export type Played = { readonly id: string; readonly title: string } & (
  | { readonly result: 'equal'; readonly outcomes: number; readonly states: number }
  | {
      readonly result: 'different';
      readonly states: number;
      /** Outcomes of the real classes that ours do not have. */
      readonly missing: readonly Outcome[];
      /** Outcomes of ours that the real classes do not have, each with a run that ends so. */
      readonly extra: readonly { readonly outcome: Outcome; readonly witness: Witness }[];
    }
  | { readonly result: 'not covered'; readonly reason: string }
  | { readonly result: 'too large'; readonly states: number }
  /** Our program of it could not be run: a bug of the player's. */
  | { readonly result: 'failed'; readonly reason: string }
);

export interface PlayOptions {
  /** The library's text, as `realmText` makes it. */
  readonly realm: string;
  /** Whose classes the file is about; `current` if left out. */
  readonly kernel?: Profile['kernel'];
  readonly maxStates: number;
}

/** Explores a scenario as a program of ours, and compares how its runs end with the oracle's fine set. */
export function play(scenario: OracleScenario, { realm, kernel, maxStates }: PlayOptions): Played {
  const { id, title, scenario: scene, outcomes } = scenario;
  try {
    if (!scene) throw new NotCovered('no description in this file');
    const translation = translate(scene, kernel);
    if (outcomes.some(({ record }) => record.truncatedRecord)) throw new NotCovered('a truncated record');
    const machine = new Machine(realm, translation, scene);
    const everything = new Everything(machine, maxStates);
    const states = everything.pool.size;
    if (!everything.complete) return { id, title, result: 'too large', states };
    const ours = outcomesOf(machine, everything);
    const theirs = new Map(
      outcomes
        .filter(({ fine }) => fine)
        .map(({ record }) => {
          const outcome = projectRecord(record);
          return [textOf(outcome), outcome] as const;
        }),
    );
    const missing = [...theirs].filter(([text]) => !ours.has(text)).map(([, outcome]) => outcome);
    const extra = [...ours]
      .filter(([text]) => !theirs.has(text))
      .map(([, { outcome, state }]) => ({ outcome, witness: witnessOf(machine, everything, state) }));
    if (missing.length === 0 && extra.length === 0)
      return { id, title, result: 'equal', outcomes: ours.size, states };
    return { id, title, result: 'different', states, missing, extra };
  } catch (error) {
    if (error instanceof NotCovered) return { id, title, result: 'not covered', reason: error.message };
    if (error instanceof ProgramFault)
      return { id, title, result: 'failed', reason: `${error.code} ${JSON.stringify(error.data)}` };
    throw error;
  }
}
