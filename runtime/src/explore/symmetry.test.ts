import { describe, expect, test } from 'vitest';
import { HandleValue } from '../effects/index.ts';
import { enumerate, judge } from './testing/bruteForce.ts';
import { exploreOnce, worldOf } from './explore.ts';
import type { Property } from './properties.ts';
import { ALL, NONE, type Reductions } from './reductions.ts';
import { bufferedProgram } from './testing/bufferedProgram.ts';
import { everything } from './testing/everything.ts';
import { explored, kindOf, lockedIncrement } from './testing/explored.ts';
import type { Routine } from './testing/nativeCode.ts';
import { opsOf, type Ops } from './testing/ops.ts';
import { orbits } from './testing/orbits.ts';
import { ready, type Program } from './testing/program.ts';
import { randomProgram } from './testing/randomProgram.ts';
import { withTwins } from './testing/withTwins.ts';
import type { Outcome, Verdict } from './verdict.ts';
import { resultsOf } from './view.ts';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 300);
const FIRST = Number(process.env['FIRST'] ?? 1);
const ALONE: Reductions = { ...NONE, symmetry: true };
const title = { en: 'a title', 'zh-Hans': '标题' };

/** So many threads, each of which makes one call of this. */
const times = (n: number, routine: Routine): Routine[][] => Array.from({ length: n }, () => [routine]);
const textsOf = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map(({ results, watched }) => JSON.stringify([results, watched])).toSorted();
/** What is said of a program, without how much was looked at. */
const said = (verdict: Verdict): unknown => [
  kindOf(verdict),
  verdict.verdict === 'fails' ? verdict.counterexample : textsOf(verdict.outcomes),
];

describe('of random programs some threads of which do the same', () => {
  const KINDS = ['data-race', 'deadlock', 'hang', 'holds', 'panic'];
  test.each([
    ['', randomProgram],
    [' where stores wait in buffers', bufferedProgram],
  ])('says what brute force says%s', (_, programOf) => {
    const seen = new Set<string>();
    let plain = 0;
    let folded = 0;
    for (let seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      const program = withTwins(programOf(seed), seed);
      const { kernel, initial } = ready(program);
      const nodes = enumerate(kernel, initial, 2000);
      if (!nodes) continue;
      const wanted = judge(kernel, nodes);
      for (const reductions of [ALL, ALONE]) {
        const found = everything(program, reductions);
        expect({ seed, ...found }).toEqual({ seed, ...wanted, states: found.states });
        if (reductions === ALONE) folded += found.states;
      }
      plain += nodes.length;
      for (const kind of wanted.kinds.size > 0 ? wanted.kinds : ['holds']) seen.add(kind);
    }
    expect([...seen].toSorted()).toEqual(KINDS);
    expect(folded).toBeLessThan(plain * 0.6);
  });

  test('says the same with it as without, and has the same counterexample', () => {
    const seen = new Set<string>();
    for (let seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      const program = withTwins(randomProgram(seed), seed);
      const [without, alone] = [NONE, ALONE].map((reductions) => verdictOf(program, reductions));
      if (without.verdict === 'inconclusive') continue;
      expect({ seed, said: said(alone) }).toEqual({ seed, said: said(without) });
      seen.add(kindOf(alone));
    }
    expect(seen.size).toBeGreaterThan(5);
  });
});

function verdictOf(program: Program, reductions: Reductions): Verdict {
  const { kernel, initial } = ready(program);
  const properties = { properties: [], watch: {} };
  return exploreOnce(worldOf(kernel, initial, properties, { states: 3000 }), { properties, reductions });
}

describe('one state is stored of those that differ only in who is who', () => {
  const sleeps = (op: Ops): Routine => [
    op.lock(),
    op.load(0, 0),
    op.storeNext(0, 0),
    op.when(0, 1, 7),
    op.sleep(1),
    op.unlock(),
    op.give(1),
    op.wakeup(1, true),
    op.unlock(),
    op.give(1),
  ];
  const racy = (op: Ops): Routine => [op.load(0, 0), op.storeNext(0, 0), op.give(0)];
  test.each([
    ['a locked counter', lockedIncrement, 3, {}],
    ['sleepers, one of whom wakes one', sleeps, 4, {}],
    ['racing increments', racy, 4, {}],
    ['stores that wait in buffers', racy, 3, { memory: 'tso' }],
    [
      'sleepers whose time passes',
      (op: Ops): Routine => [op.lock(), op.sleep(0, 1e9 + 5), op.unlock()],
      3,
      {},
    ],
  ] as const)('%s', (_, routine, threads, options) => {
    const { kernel, initial, ...machine } = ready({
      mutexes: [false],
      cells: [{ kind: 'unsynchronized', value: 0 }],
      options,
      clients: (m) => times(threads, routine(opsOf(m))),
    });
    const nodes = enumerate(kernel, initial, 100_000) ?? [];
    const properties = { properties: [], watch: { x: machine.cells[0] } };
    const found = exploreOnce(worldOf(kernel, initial, properties), {
      properties,
      reductions: ALONE,
      minimize: false,
    });
    expect(found.states).toBe(orbits(kernel, nodes));
    expect(found.states).toBeLessThan(nodes.length / 2);
  });

  test('four threads that count six times each are between two calls in as many ways as 4 numbers of 7', () => {
    const verdict = explored({
      holding: { count: 0 },
      kind: 'plain',
      threads: (op) => {
        const call = lockedIncrement(op);
        return Array.from({ length: 4 }, () => Array.from({ length: 6 }, () => call));
      },
    });
    expect(verdict).toMatchObject({ verdict: 'holds', states: 210, outcomes: [{ watched: { count: 24 } }] });
  });
});

describe('every outcome is there, with a schedule that ends so', () => {
  test('whoever comes first', () => {
    const program = {
      holding: { count: 0 },
      threads: (op: Ops) => times(3, [op.lock(), op.load(0, 0), op.storeNext(0, 0), op.unlock(), op.give(0)]),
    };
    const { outcomes } = explored(program);
    expect(textsOf(outcomes)).toEqual(textsOf(explored({ ...program, reductions: NONE }).outcomes));
    expect(outcomes).toHaveLength(6);
  });

  test('whoever of several sleepers is woken, and whosever time passes first', () => {
    const call = (op: Ops): Routine => [op.lock(), op.sleep(0, 1e9 + 5), op.unlock(), op.give(0)];
    const wakes = (op: Ops): Routine => [op.wakeup(0, true)];
    const program: Program = {
      mutexes: [false],
      cells: [{ kind: 'unsynchronized', value: 0 }],
      clients: (m) => [...times(3, call(opsOf(m))), [wakes(opsOf(m))]],
      options: { time: 'any' },
    };
    const { kernel, initial, clients } = { ...ready(program), clients: 3 };
    const properties = { properties: [], watch: {} };
    const world = worldOf(kernel, initial, properties);
    const { outcomes } = exploreOnce(world, { properties, reductions: ALONE });
    expect(textsOf(outcomes)).toEqual(textsOf(exploreOnce(world, { properties, reductions: NONE }).outcomes));
    expect(outcomes.length).toBeGreaterThan(clients);
    for (const { results, witness } of outcomes) {
      const s = initial.slice();
      for (const { context, alternative } of witness) kernel.step(s, (context << 8) | alternative);
      const ended = world.clients.map((c) => [c.name, resultsOf(kernel, s, c)]);
      expect(Object.fromEntries(ended)).toEqual(results);
    }
  });

  test('and a property of how it ends is asked of every one', () => {
    const ends: Property = { kind: 'end', title, holds: (s) => s.results('A')[0] !== 2 };
    const verdict = explored({
      holding: { count: 0 },
      threads: (op) => times(3, [op.lock(), op.load(0, 0), op.storeNext(0, 0), op.unlock(), op.give(0)]),
      properties: [ends],
      minimize: false,
    });
    expect(kindOf(verdict)).toBe('property');
  });
});

describe('who is somebody is exchanged with nobody:', () => {
  /** Says the same with it as without; says what that is. */
  const either = (program: Parameters<typeof explored>[0]): Verdict => {
    const [without, ...others] = [NONE, ALONE, ALL].map((reductions) =>
      // without a lesson it is found out in the midst of a search
      explored({ ...program, reductions, lesson: 0, minimize: false }),
    );
    for (const other of others) {
      expect(kindOf(other)).toBe(kindOf(without));
      if (other.verdict === 'holds') expect(textsOf(other.outcomes)).toEqual(textsOf(without.outcomes));
    }
    return without;
  };
  const later = (op: Ops, ...lines: Routine): Routine => [op.add(0, 1, 0), op.add(0, 1, 0), ...lines];

  test('a thread that writes down who it is', () => {
    const verdict = either({
      holding: { count: 0, first: 0 },
      threads: (op, { cells }) =>
        times(2, [
          op.add(0, 1, 0),
          op.when(0, 1, 4),
          { op: 'ask', effect: { type: 'currentThread' }, to: 1 },
          { op: 'ask', effect: (r) => ({ type: 'store', cell: cells[1], value: r[1] }) },
        ]),
    });
    expect(new Set(verdict.outcomes.map(({ watched }) => JSON.stringify(watched['first']))).size).toBe(2);
  });

  test('a thread whose results a property looks at', () => {
    const inOrder: Property = {
      kind: 'state',
      title,
      holds: (s) => s.results('C').length === 0 || s.results('A').length > 0,
    };
    const verdict = either({
      holding: { count: 0 },
      threads: (op) => times(3, [op.add(0, 1, 0)]),
      properties: [inOrder],
    });
    expect(kindOf(verdict)).toBe('property');
  });

  test('a thread that a property sees asleep', () => {
    const awake: Property = { kind: 'state', title, holds: (s) => !s.asleep('B') || s.asleep('A') };
    const verdict = either({
      holding: { count: 0 },
      threads: (op) => times(2, [op.lock(), op.sleep(0), op.unlock()]),
      properties: [awake],
    });
    expect(kindOf(verdict)).toBe('property');
  });

  test('a thread that is aborted', () => {
    const verdict = either({
      holding: { count: 0 },
      threads: (op, { kernel, mutexes: [mutex], cells: [cell], value }) => {
        const thread = kernel.records.own('thread', 'A');
        const wait = { event: value(new HandleValue(cell)), interruptible: 2, deadline: 1e9 + 5 } as const;
        return times(2, [
          { op: 'ask', effect: { type: 'abortThread', thread } },
          op.lock(),
          { op: 'ask', effect: { type: 'sleep', mutex, ...wait }, to: 0 },
          op.unlock(),
          op.give(0),
        ]);
      },
    });
    // B is not, and sleeps until its time has passed
    expect(verdict.outcomes.map(({ results }) => String(results['B']))).toEqual(['1']);
  });

  test('a thread for whose sleep another one waits', () => {
    const never: Property = { kind: 'state', title, holds: (s) => s.value('woken') === 0 };
    const verdict = either({
      holding: { count: 0, woken: 0 },
      threads: (op) => {
        // the first one sleeps
        const call = [op.add(0, 1, 0), op.when(0, 1, 5), op.lock(), op.sleep(1), op.unlock(), op.give(0)];
        const routine = [op.store(1, 1)];
        return [[call], [call], [{ routine, guard: { type: 'asleep', threads: ['B'] } }]];
      },
      properties: [never],
    });
    expect(kindOf(verdict)).toBe('property');
  });

  test('a thread that waits for another moment', () => {
    const asleep = (thread: string) => ({ type: 'asleep', threads: [thread] }) as const;
    const verdict = either({
      holding: { count: 0 },
      // the second one sleeps when somebody has counted
      daemons: (op) => [
        [op.lock(), op.sleep(0)],
        [op.load(0, 0), op.when(0, 0, 0), op.lock(1), op.assertWait(), op.block(0)],
      ],
      threads: (op) => {
        const routine = [op.add(0, 1, 0), op.give(0)];
        return [[{ routine, guard: asleep('W0') }], [{ routine, guard: asleep('W1') }]];
      },
    });
    expect(verdict.outcomes.map(({ results }) => results)).toEqual([{ A: [0], B: [1] }]);
  });

  test('a thread whose second call is another one, where the second calls of others are the same', () => {
    const verdict = either({
      holding: { count: 0, others: 0, early: 0 },
      threads: (op) => {
        const [one, other] = [0, 1].map((cell) => [op.add(cell, 1, 0), op.load(0, 0), op.give(9)]);
        const same = [op.load(0, 0), op.give(9)];
        // whether the other one of the two has begun
        const early = (who: number): Routine => [
          op.load(1, 0),
          op.when(0, 2, 3),
          op.store(2, who),
          op.give(9),
        ];
        return [
          [one, same],
          [one, same],
          [other, early(1)],
          [other, early(2)],
        ];
      },
    });
    expect(new Set(verdict.outcomes.map(({ watched }) => watched['early']))).toEqual(new Set([0, 1, 2]));
  });

  test('a thread whose second call is another one', () => {
    const verdict = either({
      holding: { count: 0, last: 0 },
      threads: (op) => {
        const first = later(op, op.give(0));
        return [
          [first, [op.store(1, 1)]],
          [first, [op.store(1, 2)]],
        ];
      },
    });
    expect(new Set(verdict.outcomes.map(({ watched }) => watched['last']))).toEqual(new Set([1, 2]));
  });

  test('a thread that a monitor is told of', () => {
    const monitor: Property = {
      kind: 'monitor',
      title,
      initial: 0,
      observes: ({ type }) => type === 'lockTaken',
      next: (state, event) => (event.type === 'lockTaken' ? event.context : state),
      // B's number
      fails: (state) => state === 3,
    };
    const verdict = either({
      holding: { count: 0 },
      // the first one takes the lock
      threads: (op) => times(2, [op.add(0, 1, 0), op.when(0, 1, 4), op.lock(), op.unlock()]),
      properties: [monitor],
    });
    expect(kindOf(verdict)).toBe('property');
  });
});

test('a circle that is longer where everybody is themselves ends at the limit of states, and says so', () => {
  const spinning = (states: number, reductions: Reductions): Verdict =>
    explored({
      holding: { count: 0 },
      threads: (op) => times(4, [op.add(0, 0, 0), op.add(0, 0, 0), op.add(0, 0, 0), { op: 'jump', to: 0 }]),
      limits: { states },
      reductions,
    });
  expect(kindOf(spinning(1000, ALONE))).toBe('spins-forever');
  expect(spinning(1000, ALONE).states).toBeLessThan(50);
  expect(spinning(50, ALONE)).toMatchObject({ verdict: 'inconclusive', bound: 'states', limit: 50 });
});
