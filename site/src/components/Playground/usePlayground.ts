import { useReducer } from 'react';
import type { Program } from 'workloop/run';
import type { Choice, Engine } from '../../engine/Engine';
import { useAsk } from '../../engine/useAsk';
import { after, fresh, type PlaygroundEvent, type PlaygroundState, type Work } from './playground';

export interface PlaygroundActions {
  run(): void;
  shuffle(): void;
  /** Without a choice: begins stepping by hand. */
  step(choice?: Choice): void;
  undo(): void;
  redo(): void;
  check(): void;
  replay(token: string): void;
  /** Stops what is under way and forgets what was shown: the program was edited, or the reader cancelled. */
  clear(): void;
  /** Starts the engine before it is asked. */
  warm(): void;
}

/** Asks the engine about the program and keeps what it answered. */
export function usePlayground(program: () => Program): [PlaygroundState, PlaygroundActions] {
  const asking = useAsk();
  const [state, dispatch] = useReducer(after, fresh);
  const { chosen = [], undone, seed } = state;

  function ask(work: Work, question: (engine: Engine) => Promise<PlaygroundEvent>, forSeed = seed) {
    dispatch({ type: 'started', work, seed: forSeed });
    asking.ask<PlaygroundEvent>(question, dispatch);
  }

  const run = (wanted: number) =>
    ask('run', async (engine) => ({ type: 'ran', run: await engine.run(program(), wanted) }), wanted);
  const step = (choices: readonly Choice[], taken: readonly Choice[]) =>
    ask('step', async (engine) => ({
      type: 'stepped',
      chosen: choices,
      undone: taken,
      run: await engine.step(program(), choices),
    }));
  const check = () =>
    ask('check', async (engine) => ({
      type: 'checked',
      verdict: await engine.explore(program(), undefined, (progress) =>
        dispatch({ type: 'progressed', progress }),
      ),
    }));

  return [
    state,
    {
      run: () => run(seed),
      shuffle: () => run(seed + 1),
      step: (choice) => (choice ? step([...chosen, choice], []) : step([], [])),
      undo: () => step(chosen.slice(0, -1), [...chosen.slice(-1), ...undone]),
      redo: () => step([...chosen, ...undone.slice(0, 1)], undone.slice(1)),
      check,
      replay: (token) =>
        ask('replay', async (engine) => ({ type: 'ran', run: await engine.replay(program(), token) })),
      clear: () => {
        asking.drop();
        dispatch({ type: 'cleared' });
      },
      warm: asking.warm,
    },
  ];
}
