import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realmText } from '../../scripts/build-guest.ts';
import { Everything } from './explore.ts';
import { Machine } from './machine.ts';
import { outcomesOf } from './outcomes.ts';
import { readOracle } from './read.ts';
import { exploreReduced, isPlain } from './reduced.ts';
import { translate } from './translate.ts';

const realm = await realmText(join(import.meta.dirname, '../src/index.ts'));
const { scenarios } = readOracle(readFileSync(join(import.meta.dirname, 'selection.json'), 'utf8'));
const plain = scenarios.flatMap(({ id, scenario }) => {
  const translation = scenario && translate(scenario);
  return translation && isPlain(translation.markers) ? [{ id, scenario, translation }] : [];
});

test.each(plain)('the reductions of the explorer lose no outcome of $id', ({ scenario, translation }) => {
  const whole = new Machine(realm, translation, scenario);
  const everything = new Everything(whole, 100_000);
  const part = new Machine(realm, translation, scenario);
  const reduced = exploreReduced(part);
  expect([...outcomesOf(part, reduced).keys()].toSorted()).toEqual(
    [...outcomesOf(whole, everything).keys()].toSorted(),
  );
  expect(reduced.pool.size).toBeLessThanOrEqual(everything.pool.size);
});
