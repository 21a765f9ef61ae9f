import { expect, test } from 'vitest';
import type { KernelEvent } from '../kernel/index.ts';
import { exploreGraph } from './explore.ts';
import type { Monitor, Property } from './properties.ts';
import { ALL, NONE, type Reductions } from './reductions.ts';
import { ready, type Program } from './testing/program.ts';
import { dice, randomProgram, type Dice } from './testing/randomProgram.ts';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 250);
const FIRST = Number(process.env['FIRST'] ?? 1);
const title = { en: 'a title', 'zh-Hans': '标题' };

/** Whether a property breaks anywhere; undefined where something else went wrong first. */
function breaks(program: Program, property: Property, reductions: Reductions): boolean | undefined {
  const { kernel, initial, cells } = ready(program);
  const verdict = exploreGraph(kernel, initial, {
    properties: { properties: [property], watch: { x: cells[0], y: cells[1] } },
    limits: { states: 4000 },
    reductions,
    minimize: false,
    // small programs would be known by heart before anything is reduced
    lesson: 0,
  });
  if (verdict.verdict === 'inconclusive') return undefined;
  if (verdict.verdict !== 'fails') return false;
  const { kind } = verdict.counterexample.failure;
  return (
    kind === 'property' ||
    (kind === 'panic' || kind === 'data-race' || kind === 'deadlock' ? undefined : false)
  );
}

/** Two cells never hold these values after a client has returned so often. */
function randomState(roll: Dice): Property {
  const [x, y, calls] = [roll(3), roll(3), roll(2)];
  const client = 'AB'[roll(2)];
  return {
    kind: 'state',
    title,
    holds: (s) => s.value('x') !== x || s.value('y') !== y || s.results(client).length !== calls,
  };
}

const EVENTS: readonly KernelEvent['type'][] = [
  'changed',
  'callEnd',
  'lockTaken',
  'lockReleased',
  'read',
  'asleep',
];

/** Counts two kinds of events against each other, as far as three. */
function randomMonitor(roll: Dice): Monitor {
  const up = EVENTS[roll(EVENTS.length)];
  const down = EVENTS[roll(EVENTS.length)];
  return {
    kind: 'monitor',
    title,
    initial: 0,
    observes: ({ type }) => type === up || type === down,
    next: (state, { type }) => (state === 3 ? 3 : type === up ? Number(state) + 1 : 0),
    fails: (state) => state === 3,
  };
}

for (const [name, random] of [
  ['state', randomState],
  ['monitor', randomMonitor],
] as const) {
  test(`a ${name} property breaks with all reductions where it breaks with none`, () => {
    const seen = { broken: 0, kept: 0 };
    for (let seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      const property = random(dice(seed));
      const wanted = breaks(randomProgram(seed), property, NONE);
      const found = breaks(randomProgram(seed), property, ALL);
      if (wanted === undefined || found === undefined) continue;
      expect({ seed, found }).toEqual({ seed, found: wanted });
      seen[wanted ? 'broken' : 'kept']++;
    }
    expect(Math.min(seen.broken, seen.kept)).toBeGreaterThan(PROGRAMS / 20);
  });
}
