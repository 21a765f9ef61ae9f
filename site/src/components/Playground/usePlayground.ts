import { useReducer, useRef } from 'react';
import type { Program } from 'workloop/run';
import { ProgramRefused, type Choice, type Engine, type Watching } from '../../engine/Engine';
import { useEngine } from '../../engine/useEngine';
import { after, fresh, type PlaygroundEvent, type PlaygroundState, type Work } from './playground';

export interface PlaygroundActions {
  run(): void;
  shuffle(): void;
  /** Without a choice: begins stepping by hand. */
  step(choice?: Choice): void;
  undo(): void;
  redo(): void;
  check(): void;
  cancel(): void;
  edited(): void;
}

/** Asks the engine about the program and keeps what it answered. */
export function usePlayground(program: () => Program): [PlaygroundState, PlaygroundActions] {
  const engine = useEngine();
  const [state, dispatch] = useReducer(after, fresh);
  const underWay = useRef<AbortController>(undefined);

  async function ask(
    work: Work,
    question: (engine: Engine, watching: Watching) => Promise<PlaygroundEvent>,
    seed?: number,
  ) {
    underWay.current?.abort();
    const mine = new AbortController();
    underWay.current = mine;
    const tell = (event: PlaygroundEvent) => underWay.current === mine && dispatch(event);
    dispatch({ type: 'started', work, ...(seed !== undefined && { seed }) });
    try {
      const watching = {
        signal: mine.signal,
        onProgress: (progress) => tell({ type: 'progressed', progress }),
      } satisfies Watching;
      tell(await question(await engine(), watching));
    } catch (error) {
      const trouble =
        error instanceof ProgramRefused
          ? { refused: error.error }
          : { fault: String((error as Error).message ?? error) };
      tell({ type: 'troubled', trouble });
    }
  }

  const run = (seed: number) =>
    ask('run', async (to, watching) => ({ type: 'ran', run: await to.run(program(), seed, watching) }), seed);
  const step = (chosen: readonly Choice[], undone: readonly Choice[]) =>
    ask('step', async (to, watching) => ({
      type: 'stepped',
      chosen,
      undone,
      run: await to.step(program(), chosen, watching),
    }));

  const { chosen = [], undone, seed } = state;
  return [
    state,
    {
      run: () => void run(seed),
      shuffle: () => void run(seed + 1),
      step: (choice) => void (choice ? step([...chosen, choice], []) : step([], [])),
      undo: () => void (chosen.length > 0 && step(chosen.slice(0, -1), [chosen.at(-1)!, ...undone])),
      redo: () => void (undone.length > 0 && step([...chosen, undone[0]!], undone.slice(1))),
      check: () =>
        void ask('check', async (to, watching) => ({
          type: 'checked',
          verdict: await to.explore(program(), undefined, watching),
        })),
      cancel: () => underWay.current?.abort(),
      edited: () => {
        underWay.current?.abort();
        underWay.current = undefined;
        dispatch({ type: 'edited' });
      },
    },
  ];
}
