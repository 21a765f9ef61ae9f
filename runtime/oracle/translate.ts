import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as library from '../src/index.ts';
import type { Profile } from '../src/effects/index.ts';
import type { Program } from '../src/run/protocol.ts';
import { selves, watchedWords } from './finals.ts';
import type { Marker } from './markers.ts';
import { BadOracleFile, type Scene, type Step } from './read.ts';
import { actionOf, makeSource } from './sources.ts';
import { writeStep } from './steps.ts';
import { NotCovered, number, Writer } from './writer.ts';

/** A scenario as a program of ours. `watch` names its cells: `var_x`, `marker_3` for the marker with that index, and those of `finals.ts`. */
export interface Translation {
  readonly program: Program;
  readonly markers: readonly Marker[];
  readonly loops: readonly string[];
}

const FILE = 'scenario.ts';
const TEST_SOURCE = 'TestSource.ts';
const testSource = readFileSync(join(import.meta.dirname, 'program', TEST_SOURCE), 'utf8');

/** Writes a scenario as a program for a kernel. Throws NotCovered, and BadOracleFile. */
export function translate(scene: Scene, kernel: Profile['kernel'] = 'current'): Translation {
  const w = new Writer();
  for (const variable of scene.vars) w.variables.add(variable);
  const loops = scene.workLoops.map((loop) => {
    if (typeof loop !== 'string') throw new NotCovered('options of a work loop');
    return loop;
  });
  const body = (owner: string, steps: readonly Step[]): string => writeSteps(owner, steps, w);
  const methods = [
    ...scene.sources.map((source) => actionOf(source, scene.actions, w, body)),
    ...Object.entries(scene.actions).map(
      ([action, steps]) =>
        `*action_${action}() { ${w.order(`'${action}'`)}\n${body(action, steps)}\nreturn 0; }`,
    ),
    ...Object.entries(scene.threads).map(
      ([thread, steps]) =>
        `*run_${thread}() { yield* this.thread_${thread}.set(yield* current_thread()); ${w.marker({ type: 'start' })}\n${body(thread, steps)} }`,
    ),
  ];
  const made = [
    ...scene.lines.map(
      ({ name: line, type }) =>
        `this.line_${line} = new UsbDevice({ name: '${line}', line: '${type}', completes: 'never', resets: 'never' });`,
    ),
    ...loops.map((loop) => `this.loop_${loop} = yield* IOWorkLoop.workLoop();`),
    `this.loops = [${loops.map((loop) => `this.loop_${loop}`).join(', ')}];`,
    ...scene.sources.map(makeSource),
    ...selves(scene).map(([cell, thing]) => `yield* this.${cell}.set(this.${thing});`),
    body('setup', scene.setup),
  ];
  const threads = Object.keys(scene.threads);
  const watched = [
    ...[...w.variables].map((variable) => `var_${variable}`),
    ...w.markers.map((_, index) => `marker_${index}`),
    ...selves(scene).map(([cell]) => cell),
  ];
  const watch = [...watched.map((cell) => [cell, cell] as const), ...watchedWords(scene)];
  const cells = [
    ...watched,
    ...[...w.events].map((event) => `event_${event}`),
    ...threads.map((thread) => `thread_${thread}`),
  ];
  const fields = [
    'sleeping = IOLockAlloc();',
    ...cells.map((cell) => `${cell} = unsynchronized(0);`),
    ...scene.locks.map(
      (l) =>
        `lock_${l} = IOLockAlloc(); recursiveLock_${l} = IORecursiveLockAlloc(); spinLock_${l} = IOSimpleLockAlloc();`,
    ),
  ];
  const text = `
import { ${Object.keys(library).join(', ')} } from 'workloop';
import { scenario } from 'workloop/run';
import { TestSource } from './${TEST_SOURCE}';
class World extends OSObject {
${fields.join('\n')}
*make() {
${made.join('\n')}
}
${methods.join('\n')}
}
export default scenario({
title: { en: '', 'zh-Hans': '' },
wakeOrder: 'fifo',
time: 'any',
profile: { kernel: '${kernel}' },
*setup() {
const world = new World();
yield* world.make();
return {
threads: { ${threads.map((thread) => `${thread}: [() => world.run_${thread}()]`).join(', ')} },
watch: { ${watch.map(([cell, field]) => `${cell}: world.${field}`).join(', ')} },
};
},
properties: [],
});
`;
  const files = { [FILE]: text, [TEST_SOURCE]: testSource };
  return {
    program: { files, scenario: FILE, trusted: Object.keys(files) },
    markers: w.markers,
    loops,
  };
}

/** The steps of a thread or an action; `ifVar` makes the next ones conditional. */
function writeSteps(owner: string, steps: readonly Step[], w: Writer): string {
  const lines: string[] = [];
  const ends: number[] = [];
  steps.forEach((step, i) => {
    w.label = `${owner}.${i}`;
    if (step.call === 'ifVar' || step.call === 'ifCount') {
      if (step.call === 'ifCount') throw new NotCovered('step ifCount');
      const last = i + number(step, 'count');
      if (last >= steps.length) throw new BadOracleFile(`${w.label}: fewer steps than ifVar counts`);
      lines.push(`if ((yield* ${w.variable(step)}.get()) === ${number(step, 'eq')}) {`);
      ends.push(last);
    } else {
      lines.push(writeStep(step, w));
    }
    while (ends.at(-1) === i) {
      ends.pop();
      lines.push('}');
    }
  });
  return lines.join('\n');
}
