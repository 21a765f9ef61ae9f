import { models } from '../devices/index.ts';
import type { PropertySet } from '../explore/properties.ts';
import { DEFAULT_PROFILE } from '../effects/index.ts';
import { loadProgram, ProgramFault, type LoadedProgram, type Realm } from '../guest/index.ts';
import { Kernel, nameWorkers } from '../kernel/index.ts';
import { readScenario } from './outside.ts';
import type { Limits, Program } from './protocol.ts';
import type { Scenario } from './scenario.ts';
import { scenarioName } from './scenarioProgram.ts';

/** Words that a state may have; a program that needs more goes on making objects without end. */
export const STATE_WORDS = 16_384;

/** Calls that a thread's list may have: every state remembers what each has returned. */
const MOST_CALLS = 1000;

/** A program made ready: its kernel, its state after setup, and what must hold. */
export interface World {
  /** The scenario's name, from its file: `two-readers`. */
  readonly name: string;
  readonly kernel: Kernel;
  readonly initial: Int32Array;
  readonly scenario: Scenario;
  readonly properties: PropertySet;
  readonly program: LoadedProgram;
  /** The program's own files, by path. */
  readonly files: Program['files'];
}

/** Loads a program into a realm, runs its setup, and starts every thread: what remains is to choose schedules. Throws ProgramFault. */
export function openWorld(realm: Realm, program: Program, limits: Limits): World {
  const name = scenarioName(program.scenario);
  const scenario = readScenario(program);
  const { time = 'urgent', wakeOrder = 'any', memory = 'sc', fences = true } = scenario;
  const profile = { ...DEFAULT_PROFILE, ...scenario.profile, fences };
  const kernel = new Kernel({ time, wakeOrder, memory, build: profile.build, models }, () => loaded.code);
  const loaded = loadProgram(realm, program, kernel.values, kernel.records, limits, profile);
  const s = new Int32Array(STATE_WORDS);
  const watch = runSetup(kernel, loaded, s, program.scenario);
  return {
    name,
    kernel,
    initial: s,
    scenario,
    properties: { properties: scenario.properties, watch },
    program: loaded,
    files: program.files,
  };
}

/** Setup runs alone, in a context of its own; what would block is an error. Returns what it wants watched. */
function runSetup(k: Kernel, loaded: LoadedProgram, s: Int32Array, file: string): PropertySet['watch'] {
  const me = k.addContext('daemon', 'setup');
  const result = loaded.setup(k.maker(s, me), (effect, created, log, frame) => {
    k.bringAbout(s, me, created, log);
    const answer = k.perform(s, me, effect);
    const failure = k.failure(s);
    if (failure) throw new ProgramFault('runtime-error', `setup-${failure.kind}`, failure.data, frame);
    if (answer === 0) throw new ProgramFault('runtime-error', 'setup-blocks', {}, frame);
    return answer;
  });
  for (const [handle, text] of result.labels) {
    // A device is called what its scenario calls it.
    if (k.records.get(handle)?.kind !== 'device') k.records.rename(handle, text);
  }
  nameWorkers(k);
  for (const [object, cells] of result.owned) for (const cell of cells) k.records.adopt(object, cell);
  k.finish(s, me);
  for (const start of k.afterSetup.splice(0)) start();
  for (const [client, calls] of Object.entries(result.threads)) {
    if (calls.length > MOST_CALLS) {
      const data = { client, calls: calls.length, most: MOST_CALLS };
      throw new ProgramFault('compile-error', 'too-many-calls', data, { file });
    }
    k.startCall(s, k.addContext('client', client, 0, calls), 0, k.values.intern(undefined));
  }
  return result.watch;
}
