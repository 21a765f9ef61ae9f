import type { Move } from 'workloop/run';
import { ownersOf, type Owner } from '../Timeline/owner';
import type { PlaygroundState } from './playground';
import type { PlaygroundActions } from './usePlayground';

export type Stepping = Pick<PlaygroundActions, 'step' | 'stepUntilBlocked' | 'undo' | 'redo'>;

/**
 * What the keys do while one steps by hand: a thread's letter moves it, with Shift until it blocks; Ctrl+Z and Ctrl+Shift+Z undo and
 * redo. They are heard where the run is shown, never in an editor.
 */
export function stepKeys(state: PlaygroundState, actions: Stepping): (event: KeyboardEvent) => void {
  return (event) => {
    const { run, chosen, undone, work } = state;
    if (!run || !chosen || work || event.altKey) return;
    const key = event.key.toUpperCase();
    const act =
      event.ctrlKey || event.metaKey
        ? undoOrRedo(key, event.shiftKey, chosen.length > 0, undone.length > 0)
        : firstOf(key, run.moves, ownersOf(run.trace));
    if (!act) return;
    event.preventDefault();
    if (typeof act === 'string') actions[act]();
    else if (event.shiftKey) actions.stepUntilBlocked(act);
    else actions.step(act);
  };
}

function undoOrRedo(
  key: string,
  shift: boolean,
  canUndo: boolean,
  canRedo: boolean,
): 'undo' | 'redo' | undefined {
  if (key === 'Z' && !shift) return canUndo ? 'undo' : undefined;
  if (key === 'Y' || key === 'Z') return canRedo ? 'redo' : undefined;
  return undefined;
}

function firstOf(letter: string, moves: readonly Move[], owners: readonly Owner[]): Move | undefined {
  const owner = owners.find((one) => one.letter === letter);
  return owner && moves.find(({ context }) => context === owner.name);
}
