import { HandleValue, type Effect, type Handle } from '../../effects/index.ts';
import type { Instruction, Routine } from './nativeCode.ts';
import type { GuardedCall, Machine, Program } from './program.ts';
import { dice, type Dice } from './randomProgram.ts';

/**
 * A program on a kernel without assertions, with what they forbid put in here and there: levels given back by who does not own them,
 * mutexes taken under a spin lock or in a handler, sleeps that give back a mutex that is not one's own.
 */
export function released(program: Program, seed: number): Program {
  const recursive = dice(seed + 3);
  return {
    ...program,
    mutexes: (program.mutexes ?? []).map((was) => was || recursive(3) > 0),
    spinLocks: 1,
    options: { ...program.options, build: 'release' },
    procedures: (m) => {
      const roll = dice(seed + 4);
      return (program.procedures?.(m) ?? []).map((routine) => inserted(routine, inHandler(m, roll), roll));
    },
    clients: (m) => {
      const roll = dice(seed + 5);
      return program.clients(m).map((calls) =>
        calls.map((call): Routine | GuardedCall => {
          const before = 'routine' in call ? call.routine : call;
          const routine = roll(2) === 0 ? before : inserted(before, inThread(m, roll), roll);
          return 'routine' in call ? { ...call, routine } : routine;
        }),
      );
    },
  };
}

const ask = (effect: Effect, to?: number): Instruction => ({
  op: 'ask',
  effect,
  ...(to !== undefined && { to }),
});

function inHandler(m: Machine, roll: Dice): Routine {
  const mutex = m.mutexes[roll(m.mutexes.length)];
  const [lock, unlock] = [ask({ type: 'lock', mutex }), ask({ type: 'unlock', mutex })];
  const { lockSpin, unlockSpin } = spinning(m, m.spinLocks[0], roll);
  return [[], [lock, unlock], [lock], [unlock], [lockSpin, unlockSpin]][roll(5)];
}

function inThread(m: Machine, roll: Dice): Routine {
  const mutex = m.mutexes[roll(m.mutexes.length)];
  const [lock, unlock] = [ask({ type: 'lock', mutex }), ask({ type: 'unlock', mutex })];
  const { lockSpin, unlockSpin, trySpin } = spinning(m, m.spinLocks[0], roll);
  const ways: readonly Routine[] = [
    [unlock],
    [lock, lock, unlock, unlock],
    [lockSpin, lock, unlock, unlockSpin],
    [lockSpin, lock, unlockSpin, unlock],
    [lock, lockSpin, unlockSpin, unlock],
    // whether it must not wait for the mutex depends on what it has forgotten
    [trySpin, { op: 'set', register: 0, to: () => m.value(0) }, lock, unlock],
    [
      ask({
        type: 'sleep',
        mutex,
        event: m.value(new HandleValue(m.cells[0])),
        interruptible: 0,
        deadline: 0,
      }),
    ],
  ];
  return ways[roll(ways.length)];
}

function spinning(
  { kernel }: Machine,
  spinLock: Handle,
  roll: Dice,
): Record<'lockSpin' | 'unlockSpin' | 'trySpin', Instruction> {
  const disablesInterrupts = roll(2) === 0;
  return {
    lockSpin: ask({ type: 'lockSpin', spinLock, disablesInterrupts }),
    unlockSpin: ask({
      type: 'unlockSpin',
      spinLock,
      interrupts: disablesInterrupts ? kernel.yes : kernel.nothing,
    }),
    trySpin: ask({ type: 'tryLockSpin', spinLock }, 0),
  };
}

/** The routine with some lines put in somewhere, and its jumps mended. */
function inserted(routine: Routine, lines: Routine, roll: Dice): Routine {
  const at = roll(routine.length + 1);
  const moved = routine.map((line) =>
    line.op === 'jump' && line.to > at ? { ...line, to: line.to + lines.length } : line,
  );
  return [...moved.slice(0, at), ...lines, ...moved.slice(at)];
}
