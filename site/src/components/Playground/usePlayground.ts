import { useReducer, useRef } from 'react';
import type { Program } from 'workloop/run';
import { ProgramRefused, type Choice, type Engine } from '../../engine/Engine';
import { pageEngine, stopPageEngine } from '../../engine/pageEngine';
import { useEngineFolder } from '../../engine/useEngineFolder';
import {
  after,
  fresh,
  type PlaygroundEvent,
  type PlaygroundState,
  type Trouble,
  type Work,
} from './playground';

export interface PlaygroundActions {
  run(): void;
  shuffle(): void;
  /** Without a choice: begins stepping by hand. */
  step(choice?: Choice): void;
  undo(): void;
  redo(): void;
  check(): void;
  /** Stops what is under way and forgets what was shown: the program was edited, or the reader cancelled. */
  clear(): void;
}

/** Asks the engine about the program and keeps what it answered. */
export function usePlayground(program: () => Program): [PlaygroundState, PlaygroundActions] {
  const folder = useEngineFolder();
  const [state, dispatch] = useReducer(after, fresh);
  /** The question under way; an answer to an older one is dropped. */
  const latest = useRef<symbol>(undefined);

  function drop() {
    if (latest.current) stopPageEngine();
    latest.current = undefined;
  }

  async function ask(work: Work, question: (engine: Engine) => Promise<PlaygroundEvent>, seed = state.seed) {
    drop();
    const mine = Symbol(work);
    latest.current = mine;
    dispatch({ type: 'started', work, seed });
    const event = await pageEngine(folder).then(question).catch(troubled);
    if (latest.current !== mine) return;
    latest.current = undefined;
    dispatch(event);
  }

  const run = (seed: number) =>
    void ask('run', async (engine) => ({ type: 'ran', run: await engine.run(program(), seed) }), seed);
  const step = (chosen: readonly Choice[], undone: readonly Choice[]) =>
    void ask('step', async (engine) => ({
      type: 'stepped',
      chosen,
      undone,
      run: await engine.step(program(), chosen),
    }));
  const check = () =>
    void ask('check', async (engine) => ({
      type: 'checked',
      verdict: await engine.explore(program(), undefined, (progress) =>
        dispatch({ type: 'progressed', progress }),
      ),
    }));

  const { chosen = [], undone, seed } = state;
  return [
    state,
    {
      run: () => run(seed),
      shuffle: () => run(seed + 1),
      step: (choice) => (choice ? step([...chosen, choice], []) : step([], [])),
      undo: () => step(chosen.slice(0, -1), [...chosen.slice(-1), ...undone]),
      redo: () => step([...chosen, ...undone.slice(0, 1)], undone.slice(1)),
      check,
      clear: () => {
        drop();
        dispatch({ type: 'cleared' });
      },
    },
  ];
}

function troubled(error: unknown): PlaygroundEvent {
  const trouble: Trouble =
    error instanceof ProgramRefused
      ? { refused: error.error }
      : { fault: error instanceof Error ? error.message : String(error) };
  return { type: 'troubled', trouble };
}
