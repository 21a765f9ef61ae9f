import { useReducer } from 'react';
import type { Program } from 'workloop/run';
import type { Choice, Engine } from '../../engine/Engine';
import { useAsk } from '../../engine/useAsk';
import { actsOf, type Act } from './chosen';
import { after, fresh, type PlaygroundEvent, type PlaygroundState, type Work } from './playground';
import { untilBlocked } from './untilBlocked';

export interface PlaygroundActions {
  run(): void;
  shuffle(): void;
  /** Without a choice: begins stepping by hand. */
  step(choice?: Choice): void;
  /** Lets the one who takes this step go on until it cannot. */
  stepUntilBlocked(choice: Choice): void;
  /** Goes on by hand where the run that is shown ends. */
  goOn(): void;
  undo(): void;
  redo(): void;
  check(): void;
  replay(token: string): void;
  /** Shows a run of those that were checked; without a token none any more. */
  open(token?: string): void;
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
  /** A second press while a step is on its way is none: to ask again would end the engine. */
  const askForStep = (question: (engine: Engine) => Promise<PlaygroundEvent>) => {
    if (state.work !== 'step') ask('step', question);
  };
  const step = (acts: readonly Act[], taken: readonly Act[]) =>
    askForStep(async (engine) => ({
      type: 'stepped',
      chosen: acts,
      undone: taken,
      run: await engine.step(program(), acts.flat()),
    }));
  const stepUntilBlocked = (first: Choice) =>
    askForStep(async (engine) => {
      const { taken, run: then } = await untilBlocked(engine, program(), chosen.flat(), first);
      return { type: 'stepped', chosen: [...chosen, taken], undone: [], run: then };
    });
  const check = () =>
    ask('check', async (engine) => ({
      type: 'checked',
      verdict: await engine.explore(program(), { choice: { engine: 'portfolio' }, graph: true }, (progress) =>
        dispatch({ type: 'progressed', progress }),
      ),
    }));

  return [
    state,
    {
      run: () => run(seed),
      shuffle: () => run(seed + 1),
      step: (choice) => (choice ? step([...chosen, [choice]], []) : step([], [])),
      stepUntilBlocked,
      goOn() {
        const { trace } = state.opened ?? state.run ?? {};
        if (trace) step(actsOf(trace), []);
      },
      undo: () => step(chosen.slice(0, -1), [...chosen.slice(-1), ...undone]),
      redo: () => step([...chosen, ...undone.slice(0, 1)], undone.slice(1)),
      check,
      replay: (token) =>
        ask('replay', async (engine) => ({ type: 'ran', run: await engine.replay(program(), token) })),
      open: (token) =>
        token === undefined
          ? dispatch({ type: 'opened' })
          : ask('open', async (engine) => ({ type: 'opened', run: await engine.replay(program(), token) })),
      clear: () => {
        asking.drop();
        dispatch({ type: 'cleared' });
      },
      warm: asking.warm,
    },
  ];
}
