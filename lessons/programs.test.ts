import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { kIOReturnAborted, kIOReturnNotReady } from 'workloop';
import { createEngine } from 'workloop/run';
import type { Trace } from 'workloop/trace';

const folder = fileURLToPath(new URL('programs', import.meta.url));
const wasm = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');
const engine = await createEngine({ wasm: readFileSync(wasm) });

/** What the lessons say that Check all schedules answers. */
const said: Readonly<Record<string, readonly [verdict: string, kind?: string, preemptions?: number]>> = {
  'blocks-with-a-spin-lock': ['fails', 'panic', 0],
  'cancel-waits': ['holds'],
  'command-sleep-at-once': ['holds'],
  'condition-lock': ['fails', 'lost-wakeup', 1],
  'copy-and-cancel': ['fails', 'property', 0],
  'disabled-gate': ['holds'],
  'disabled-gate-from-the-loop': ['fails', 'property', 0],
  'early-return': ['fails', 'starved', 0],
  'early-return-alone': ['fails', 'panic', 0],
  'exclusive-claim': ['fails', 'property', 1],
  'exclusive-claim-atomic': ['holds'],
  'handler-spins-forever': ['fails', 'deadlock', 1],
  'handler-takes-a-mutex': ['fails', 'panic', 0],
  'helper-locks-again': ['fails', 'panic', 0],
  'helper-locks-again-recursively': ['fails', 'property', 0],
  'hidden-lock': ['fails', 'deadlock', 1],
  'interrupts-disabled': ['holds'],
  'interval-for-deadline': ['fails', 'property', 0],
  'last-reference': ['fails', 'panic', 0],
  'lost-update': ['fails', 'property', 1],
  'nested-caller': ['fails', 'property', 0],
  'primary-handler': ['fails', 'data-race', 1],
  'read-order': ['fails', 'property', 0],
  'read-order-locked': ['fails', 'property', 0],
  'removed-gate': ['holds'],
  'run-action': ['holds'],
  'sleeping-action': ['fails', 'property', 0],
  'terminated-in-a-loop': ['fails', 'spins-forever', 0],
  'three-levels': ['holds'],
  'too-late-but-there': ['fails', 'property', 0],
  'two-atomics': ['fails', 'property', 1],
  'two-locks': ['fails', 'deadlock', 1],
  'two-locks-in-step': ['fails', 'livelock', 1],
  'two-locks-ordered': ['holds'],
  'two-locks-tried': ['holds'],
  'unlock-anothers': ['fails', 'panic', 0],
  'wakeup-in-between': ['fails', 'lost-wakeup', 1],
  'wakeup-nobody-asleep': ['fails', 'lost-wakeup', 0],
  'wakeup-under-the-lock': ['holds'],
  'wakeup-without-the-lock': ['fails', 'lost-wakeup', 1],
  'what-ends-a-sleep': ['holds'],
  'woken-too-late': ['fails', 'property', 0],
};

function load(id: string) {
  const names = readdirSync(join(folder, id)).filter((name) => name.endsWith('.ts'));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, id, name), 'utf8')]));
  return { files, scenario: 'scenario.ts', trusted: ['scenario.ts'] };
}

const changed = (id: string, file: string, from: string, to: string) => {
  const program = load(id);
  const text = program.files[file] ?? '';
  expect(text).toContain(from);
  return { ...program, files: { ...program.files, [file]: text.replaceAll(from, to) } };
};

const owners = (trace: Trace): string[] =>
  trace.steps
    .flatMap((step) => step.held.filter(({ lock }) => trace.gates.includes(lock)).map(({ owner }) => owner))
    .filter((owner, at, all) => owner !== all[at - 1]);

describe('what the lessons say of their programs', () => {
  it('is said of every program', () => {
    expect(Object.keys(said)).toEqual(
      readdirSync(folder).filter((id) => existsSync(join(folder, id, 'program.json'))),
    );
  });

  it.each(Object.entries(said))('is true of %s', async (id, [verdict, kind, preemptions]) => {
    const report = await engine.explore(load(id));
    const { kind: found, preemptions: needed } = report.failure ?? {};
    expect([report.verdict, found, needed]).toEqual([verdict, kind, preemptions]);
  });

  it('names the data race that plain memory adds to a question of order, and that a lock takes away', async () => {
    const kindOf = async (id: string) =>
      (await engine.explore(changed(id, 'register.ts', 'unsynchronized', 'cell'))).failure?.kind;
    expect([await kindOf('read-order'), await kindOf('read-order-locked')]).toEqual([
      'data-race',
      'property',
    ]);
  });

  it('has two pairs of codes at the removed command gate', async () => {
    const { outcomes } = await engine.explore(load('removed-gate'));
    expect(new Set(outcomes.map(({ results }) => results['A']?.join(' ')))).toEqual(
      new Set([`${kIOReturnAborted} ${kIOReturnAborted}`, `${kIOReturnAborted} ${kIOReturnNotReady}`]),
    );
  });

  it('has a pool that answers 3 also to a helper that only tries the recursive lock', async () => {
    const tried = changed(
      'helper-locks-again-recursively',
      'pool.ts',
      'IORecursiveLockLock',
      'IORecursiveLockTryLock',
    );
    const { trace } = await engine.run(tried, { seed: 1 });
    expect(trace.steps.at(-1)?.events).toContainEqual(
      expect.objectContaining({ type: 'callEnd', result: 3 }),
    );
  });

  it('has a data race without runAction', async () => {
    const direct = changed(
      'run-action',
      'disk.ts',
      'this.workLoop.runAction(this.writeGated, this, block)',
      'this.writeGated(block)',
    );
    expect((await engine.explore(direct)).failure?.kind).toBe('data-race');
  });

  it('has no deadlock when the battery gives its lock back before it calls the manager', async () => {
    const call = '    yield* this.manager.batteryChanged();\n';
    const unlock = '    yield* IOLockUnlock(this.lock);\n';
    const told = changed('hidden-lock', 'battery.ts', call + unlock, unlock + call);
    expect((await engine.explore(told)).verdict).toBe('holds');
  });

  it('has no deadlock in whatever order two locks are given back', async () => {
    const unlocks = ['second', 'first'].map((lock) => `    yield* IOLockUnlock(${lock}.lock);\n`);
    const swapped = changed('two-locks-ordered', 'hub.ts', unlocks.join(''), unlocks.toReversed().join(''));
    expect((await engine.explore(swapped)).verdict).toBe('holds');
  });

  it('loses no wakeup where B wakes before it sets the flag, or after it has given the lock back', async () => {
    const set = '    yield* this.done.set(true);\n';
    const wake = '    yield* IOLockWakeup(this.lock, this.done, false);\n';
    const unlock = '    yield* IOLockUnlock(this.lock);\n';
    const first = changed('wakeup-under-the-lock', 'job.ts', set + wake, wake + set);
    const late = changed('wakeup-under-the-lock', 'job.ts', wake + unlock, unlock + wake);
    const verdicts = await Promise.all([first, late].map((program) => engine.explore(program)));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['holds', 'holds']);
  });

  it('has a data race first where the flag that is set without the lock is plain memory', async () => {
    const plain = changed('wakeup-without-the-lock', 'job.ts', 'unsynchronized', 'cell');
    expect((await engine.explore(plain)).failure?.kind).toBe('data-race');
  });

  it('takes no letter that is not there where the reader looks again', async () => {
    const again = changed('woken-too-late', 'inbox.ts', 'if (', 'while (');
    expect((await engine.explore(again)).verdict).toBe('holds');
  });

  it('loses no wakeup of a condition lock where unlockWith changes the condition', async () => {
    const lines =
      '    yield* this.state.setCondition(FULL);\n    yield* this.state.unlock();\n  }\n  // #endregion';
    const program = changed(
      'condition-lock',
      'box.ts',
      lines,
      '    yield* this.state.unlockWith(FULL);\n  }',
    );
    expect((await engine.explore(program)).verdict).toBe('holds');
  });

  it('waits where the interval is made a deadline', async () => {
    const program = changed(
      'interval-for-deadline',
      'job.ts',
      '100 * kMillisecondScale',
      'yield* clock_interval_to_deadline(100, kMillisecondScale)',
    );
    const text = (program.files['job.ts'] ?? '').replace('import {', 'import { clock_interval_to_deadline,');
    const repaired = { ...program, files: { ...program.files, 'job.ts': text } };
    expect((await engine.explore(repaired)).verdict).toBe('holds');
  });

  it('resets no device that has answered where the driver looks at the answer', async () => {
    const looks = changed('too-late-but-there', 'job.ts', 'if (late)', 'if (!(yield* this.done.get()))');
    expect((await engine.explore(looks)).verdict).toBe('holds');
  });

  it('does not panic where the count is entered after the spin lock was given back', async () => {
    const enter = '    yield* this.enter(count);\n';
    const unlock = '    yield* IOSimpleLockUnlockEnableInterrupt(this.lock, interrupts);\n';
    const later = changed('blocks-with-a-spin-lock', 'disk.ts', enter + unlock, unlock + enter);
    expect((await engine.explore(later)).verdict).toBe('holds');
  });
});

describe('what captions say of recorded runs', () => {
  it('the gate goes from A to B to the work loop', async () => {
    const { trace } = await engine.run(load('run-action'), { seed: 22 });
    expect(owners(trace)).toEqual(['A', 'B', 'work loop']);
  });

  it('a writer sleeps on the disabled command gate, with the gate open', async () => {
    const { trace } = await engine.run(load('disabled-gate'), { seed: 47 });
    const asleep = trace.steps.find(
      ({ context, events }) =>
        context === 'B' && events.some((event) => event.type === 'asleep' && event.on.endsWith('.enabled')),
    );
    expect(asleep?.held).toEqual([]);
  });
});
