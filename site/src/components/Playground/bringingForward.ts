import type { PlaygroundActions } from './usePlayground';

/** On a narrow screen what was asked for comes to the front. */
export function bringingForward(actions: PlaygroundActions, show: () => void): PlaygroundActions {
  const shown =
    <Arguments extends unknown[]>(ask: (...given: Arguments) => void) =>
    (...given: Arguments) => {
      show();
      ask(...given);
    };
  return {
    ...actions,
    run: shown(actions.run),
    shuffle: shown(actions.shuffle),
    step: shown(actions.step),
    goOn: shown(actions.goOn),
    check: shown(actions.check),
    replay: shown(actions.replay),
  };
}
