import { expect, test } from 'vitest';
import { stuckClients } from './backward.ts';
import { enumerate, finalText, judge, type Everything } from './bruteForce.ts';
import { decide } from './decide.ts';
import { worldOf } from './explore.ts';
import { ALL, NONE, type Reductions } from './reductions.ts';
import { ready, type Program } from './testing/program.ts';
import { randomProgram } from './testing/randomProgram.ts';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 1000);
const FIRST = Number(process.env['FIRST'] ?? 1);
const MOST = 4000;

/** What the engine says of a program, in the words of the brute force. */
function everything(program: Program, reductions: Reductions): Everything {
  const { kernel, initial } = ready(program);
  const world = worldOf(kernel, initial, { properties: [], watch: {} });
  // without a lesson, so that wrong assumptions are found in the midst of a search
  const { search, findings } = decide(world, {
    reductions,
    all: true,
    ...(reductions === ALL && { lesson: 0 }),
  });
  const kinds = new Set<string>();
  const races = new Set<string>();
  for (const { failure } of findings) {
    kinds.add(failure.kind);
    if (failure.kind === 'data-race') races.add(String(failure.data['cell']));
  }
  const stuck = new Set<string>();
  for (const mask of stuckClients(search, world.clients)) {
    if (mask !== 0)
      stuck.add(
        world.clients
          .filter((_, i) => mask & (1 << i))
          .map((c) => c.name)
          .join(),
      );
  }
  if (stuck.size > 0) kinds.add('hang');
  const s = initial.slice();
  const finals = new Set(
    search.finals.map((state) => finalText(kernel, search.load(state, s), world.clients)),
  );
  return { states: search.pool.size, kinds, races, stuck, finals };
}

const ALWAYS: readonly (readonly [name: string, Reductions])[] = [
  ['none', NONE],
  ['all', ALL],
];
const IN_TURN: typeof ALWAYS = [
  ['without constant', { ...ALL, constant: false }],
  ['without guarded', { ...ALL, guarded: false }],
  ['without nested', { ...ALL, nested: false }],
  ['without unlock', { ...ALL, unlock: false }],
];

test(`says what brute force says of ${PROGRAMS} random programs, with all reductions, with one less, with none`, () => {
  const seen = new Set<string>();
  const total = { plain: 0, reduced: 0 };
  for (let seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
    const program = randomProgram(seed);
    const { kernel, initial } = ready(program);
    const nodes = enumerate(kernel, initial, MOST);
    if (!nodes) continue;
    const wanted = judge(kernel, nodes);
    for (const [name, reductions] of [...ALWAYS, IN_TURN[seed % IN_TURN.length]]) {
      const found = everything(program, reductions);
      if (reductions === ALL) total.reduced += found.states;
      const states = reductions === NONE ? found.states : wanted.states;
      expect({ seed, name, ...found, states }).toEqual({ seed, name, ...wanted });
    }
    total.plain += nodes.length;
    for (const kind of wanted.kinds.size > 0 ? wanted.kinds : ['holds']) seen.add(kind);
  }
  expect([...seen].toSorted()).toEqual(['data-race', 'deadlock', 'hang', 'holds', 'panic']);
  expect(total.reduced).toBeLessThan(total.plain * 0.75);
});
