import { checkSolution } from './exercises.ts';
import { exploreProgram } from './exploreProgram.ts';
import { lockCounter } from './programs/lockCounter.ts';
import { philosophers } from './programs/philosophers.ts';
import { exploreDpor } from '../runtime/src/explore/dpor/exploreDpor.ts';
import * as traces from '../runtime/src/explore/dpor/testing/programs.ts';
import { exploreGraph, type ExploreOptions } from '../runtime/src/explore/explore.ts';
import type { Ready } from '../runtime/src/explore/testing/program.ts';
import { ALL, NONE } from '../runtime/src/explore/reductions.ts';
import { scheduleWithFastCheck } from './programs/fastCheckTasks.ts';
import { sampleThreeTasks } from './programs/threeTasks.ts';

/**
 * `node measure.mjs NAME ROUNDS`: does one thing some times after a round to warm up and prints, as JSON, the CPU time of each
 * round in ms and how many states, traces or schedules it saw.
 */
const work: Readonly<Record<string, () => number | Promise<number>>> = {
  'philosophers(10)': () => explored(philosophers(10), { minimize: false }),
  'philosophers(10), least counterexample': () => explored(philosophers(10)),
  'lock counter 6 × 1': () => explored(lockCounter(6, 1)),
  'lock counter 4 × 6': () => explored(lockCounter(4, 6)),
  'lock counter 4 × 6, no reductions': () => explored(lockCounter(4, 6), { reductions: NONE }),
  capstone: () => exploreProgram('capstone', ALL),
  'capstone, no reductions': () => exploreProgram('capstone', NONE),
  'bounded queue, 3 × 2 and 3 × 2': () => exploreProgram('bounded-queue', ALL),
  'bounded queue, 3 × 2 and 3 × 2, no symmetry': () =>
    exploreProgram('bounded-queue', { ...ALL, symmetry: false }),
  'DPOR, lock counter 3 × 4': () => traced(traces.lockCounter(3, 4)),
  'DPOR, fib_bench(5)': () => traced(traces.fibBench(5)),
  'DPOR, lastzero(15)': () => traced(traces.lastzero(15)),
  'three two-step tasks, 10,000 schedules': () => sampleThreeTasks(10_000),
  'three two-step tasks, 10,000 schedules, fast-check': () => scheduleWithFastCheck(10_000),
};

function explored({ kernel, initial }: Ready, options: Partial<ExploreOptions> = {}): number {
  return exploreGraph(kernel, initial, { properties: { properties: [], watch: {} }, ...options }).states;
}

const traced = ({ kernel, initial }: Ready): number =>
  exploreDpor(kernel, initial, { properties: { properties: [], watch: {} } }).runs;

const [name = '', rounds = '1'] = process.argv.slice(2);
const one = name.startsWith('exercise ') ? () => checkSolution(name) : work[name];
if (!one) throw new Error(`nothing is called ${name}`);
const ms: number[] = [];
let states = await one();
for (let i = 0; i < Number(rounds); i++) {
  const before = process.cpuUsage();
  states = await one();
  ms.push(process.cpuUsage(before).user / 1000);
}
console.log(JSON.stringify({ ms, states }));
