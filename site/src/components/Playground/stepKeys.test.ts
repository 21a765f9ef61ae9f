import { describe, expect, it } from 'vitest';
import type { Move, RunReport } from 'workloop/run';
import type { Trace } from 'workloop/trace';
import disk from '../Timeline/fixtures/disk.trace.json';
import type { PlaygroundState } from './playground';
import { stepKeys } from './stepKeys';

const move = (context: string, alternative = 0): Move => ({ context, alternative, effect: 'load' });
const run: RunReport = {
  trace: disk as unknown as Trace,
  ended: 'open',
  moves: [move('A', 1), move('A', 2), move('work loop')],
};
const stepping: PlaygroundState = { seed: 1, run, chosen: [[move('A')]], undone: [] };

/** What is asked for when a key is pressed, and whether the browser still hears the key. */
function press(key: string, more: Partial<KeyboardEvent> = {}, state = stepping) {
  const asked: unknown[] = [];
  const ask =
    (name: string) =>
    (...given: unknown[]) =>
      void asked.push([name, ...given]);
  let passes = true;
  const event = { key, preventDefault: () => (passes = false), ...more } as KeyboardEvent;
  const actions = {
    step: ask('step'),
    stepUntilBlocked: ask('stepUntilBlocked'),
    undo: ask('undo'),
    redo: ask('redo'),
  };
  stepKeys(state, actions)(event);
  return { asked, passes };
}

describe('while one steps by hand', () => {
  it('a letter takes the first step of the thread whose letter it is', () => {
    expect(press('a')).toEqual({ asked: [['step', move('A', 1)]], passes: false });
    expect(press('w').asked).toEqual([['step', move('work loop')]]);
  });

  it('Shift and a letter run the thread until it blocks', () => {
    expect(press('A', { shiftKey: true }).asked).toEqual([['stepUntilBlocked', move('A', 1)]]);
  });

  it('a letter of nobody who can move is left to the browser', () => {
    expect(press('b')).toEqual({ asked: [], passes: true });
    expect(press('Tab')).toEqual({ asked: [], passes: true });
    expect(press('a', { altKey: true })).toEqual({ asked: [], passes: true });
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])('Z undoes and redoes with %o', (held) => {
    expect(press('z', held).asked).toEqual([['undo']]);
    expect(press('Z', { ...held, shiftKey: true }).asked).toEqual([]);
    const undone = { ...stepping, undone: [[move('A')]] };
    expect(press('Z', { ...held, shiftKey: true }, undone).asked).toEqual([['redo']]);
    expect(press('y', held, undone).asked).toEqual([['redo']]);
  });

  it('a key that comes while a step is on its way is no step', () => {
    expect(press('a', {}, { ...stepping, work: 'step' }).asked).toEqual([]);
  });
});

it('keys do nothing to a run that nobody steps through', () => {
  const { chosen: _, ...ran } = stepping;
  expect(press('a', {}, ran)).toEqual({ asked: [], passes: true });
});
