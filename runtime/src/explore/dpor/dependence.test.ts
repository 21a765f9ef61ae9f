import { describe, expect, test } from 'vitest';
import type { Program } from '../testing/program.ts';
import { randomProgram } from '../testing/randomProgram.ts';
import { TABLE, type Row } from './dependence.ts';
import { FAMILIES, familyProgram, type Family } from './testing/familyProgram.ts';
import { saidByBruteForce, saidByDpor, type Said } from './testing/said.ts';

const PROGRAMS = { mutexes: 60, 'spin locks': 60, waits: 60, objects: 60, hardware: 10 } as const;
const MOST_STATES = 2000;

/** For each row of the table a program that comes out wrong without it. */
const witnesses: Readonly<Record<string, readonly [Family | 'random', seed: number]>> = {
  'load cell': ['mutexes', 3],
  'store cell': ['waits', 4],
  'update cell': ['mutexes', 3],
  'compareAndSwap cell': ['random', 243],
  'lock mutex': ['mutexes', 9],
  'tryLock mutex': ['mutexes', 3],
  'unlock mutex': ['mutexes', 3],
  'destroyMutex mutex': ['mutexes', 3],
  'destroyMutex mutexLife': ['mutexes', 8],
  'holds mutexLife': ['mutexes', 8],
  'lockSpin spinLock': ['spin locks', 9],
  'tryLockSpin spinLock': ['spin locks', 14],
  'unlockSpin spinLock': ['spin locks', 9],
  'destroySpin spinLock': ['spin locks', 3],
  'sleep mutex': ['waits', 21],
  'sleep queue': ['waits', 3],
  'sleep self': ['waits', 10],
  'wakeFromSleep mutex': ['waits', 89],
  'wakeFromSleep self': ['waits', 199],
  'assertWait queue': ['waits', 13],
  'assertWait self': ['waits', 33],
  'assertWaitUnless cell': ['waits', 80],
  'assertWaitUnless cellQueue': ['waits', 51],
  'assertWaitUnless self': ['waits', 53],
  'block self': ['waits', 43],
  'wakeFromBlock self': ['waits', 20],
  'wakeup queue': ['waits', 3],
  'wakeup woken': ['waits', 177],
  'storeAndWakeup cell': ['waits', 75],
  'storeAndWakeup queue': ['waits', 105],
  'storeAndWakeup thread': ['waits', 88],
  'abortThread thread': ['waits', 53],
  'abortThread threadQueue': ['waits', 231],
  'guard awaited': ['waits', 177],
  'retain object': ['objects', 8],
  'release object': ['objects', 7],
  'freed object': ['objects', 7],
  'freed fields': ['objects', 6],
  'device hardware': ['hardware', 6],
  'move hardware': ['random', 212],
  'deliver hardware': ['hardware', 77],
  'handler hardware': ['hardware', 8],
  'registerInterrupt hardware': ['hardware', 17],
  'unregisterInterrupt hardware': ['hardware', 17],
  'enableInterrupt hardware': ['hardware', 12],
  'disableInterrupt hardware': ['hardware', 7],
};

/** What is said with a table, how many traces there are, or that the exploration went wrong. */
function said(program: Program, table?: readonly Row[]): unknown {
  try {
    return saidByDpor(program, table);
  } catch (error) {
    return String(error);
  }
}

describe('without its row', () => {
  test.each(TABLE.map((row) => [row.slice(0, 2).join(' '), row] as const))(
    'of “%s” a program comes out wrong',
    (name, row) => {
      const [family, seed] = witnesses[name] ?? [];
      if (family === undefined || seed === undefined)
        throw new Error('no program shows what this row is for');
      const program = family === 'random' ? randomProgram(seed) : familyProgram(family, seed);
      const right = said(program);
      expect(right).toMatchObject({ redundant: 0, duplicates: 0 });
      const less = TABLE.filter((other) => other !== row);
      expect(said(program, less)).not.toEqual(right);
    },
  );
});

/** The oracle knows no deadlock of spin locks. */
const comparable = (family: Family, { kinds, ...rest }: Said): unknown => ({
  ...rest,
  kinds: family === 'spin locks' ? kinds.filter((kind) => kind !== 'deadlock') : kinds,
});

test.each(FAMILIES)('says what brute force says of random programs about %s', (family) => {
  let decided = 0;
  for (let seed = 1; seed <= PROGRAMS[family]; seed++) {
    const program = familyProgram(family, seed);
    const found = saidByDpor(program);
    const wanted = saidByBruteForce(program, MOST_STATES);
    if (typeof found === 'string' || !wanted) continue;
    const { traces, redundant, duplicates, ...rest } = found;
    expect({ seed, redundant, duplicates }).toEqual({ seed, redundant: 0, duplicates: 0 });
    expect({ seed, said: comparable(family, rest) }).toEqual({ seed, said: comparable(family, wanted) });
    decided += traces > 0 ? 1 : 0;
  }
  expect(decided).toBeGreaterThan(PROGRAMS[family] / 2);
});
