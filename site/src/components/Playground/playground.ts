import type { EngineReport, RunReport } from 'workloop/run';
import type { Trace } from 'workloop/trace';
import type { Progress } from '../../engine/Engine';
import type { Trouble } from '../../engine/trouble';
import type { Act } from './chosen';

/** What a playground is busy with. */
export type Work = 'run' | 'step' | 'check' | 'replay' | 'open';

export interface PlaygroundState {
  readonly work?: Work;
  readonly progress?: Progress;
  readonly seed: number;
  /** Chosen by hand, so far; undefined: not stepping. */
  readonly chosen?: readonly Act[];
  /** Taken back, the last one first. */
  readonly undone: readonly Act[];
  readonly run?: RunReport;
  readonly verdict?: EngineReport;
  /** Of all that were checked, the run that the reader wants to see. */
  readonly opened?: RunReport;
  readonly trouble?: Trouble;
}

export type PlaygroundEvent =
  | { readonly type: 'started'; readonly work: Work; readonly seed?: number }
  | { readonly type: 'progressed'; readonly progress: Progress }
  | { readonly type: 'ran'; readonly run: RunReport }
  | {
      readonly type: 'stepped';
      readonly run: RunReport;
      readonly chosen: readonly Act[];
      readonly undone: readonly Act[];
    }
  | { readonly type: 'checked'; readonly verdict: EngineReport }
  | { readonly type: 'opened'; readonly run?: RunReport }
  | { readonly type: 'troubled'; readonly trouble: Trouble }
  /** Edited, or cancelled. */
  | { readonly type: 'cleared' };

export const fresh: PlaygroundState = { seed: 1, undone: [] };

/** The playground's state after something happened; what was shown of an older program never stays. */
export function after(state: PlaygroundState, event: PlaygroundEvent): PlaygroundState {
  const { seed } = state;
  switch (event.type) {
    case 'started':
      return {
        ...state,
        work: event.work,
        progress: undefined,
        trouble: undefined,
        seed: event.seed ?? seed,
      };
    case 'progressed':
      return { ...state, progress: event.progress };
    case 'ran':
      return { seed, undone: [], run: event.run };
    case 'stepped':
      return { seed, run: event.run, chosen: event.chosen, undone: event.undone };
    case 'checked':
      return { seed, undone: [], verdict: event.verdict };
    case 'opened':
      return {
        seed,
        undone: [],
        ...(state.verdict && { verdict: state.verdict }),
        ...(event.run && { opened: event.run }),
      };
    case 'troubled':
      return { seed, undone: [], trouble: event.trouble };
    case 'cleared':
      return { seed, undone: [] };
  }
}

/** The run that is shown, and the step to stand on at first: where it left its token or fails, or by hand the last one. */
export function shownTrace({ run, verdict, opened, chosen }: PlaygroundState): {
  trace?: Trace;
  step?: number;
} {
  const shown = opened ?? run;
  if (!shown)
    return verdict?.failure ? { trace: verdict.failure.trace, step: verdict.failure.failingStep } : {};
  const step = shown.divergedAt ?? shown.failure?.step ?? (chosen && shown.trace.steps.at(-1)?.step);
  return { trace: shown.trace, ...(step !== undefined && { step }) };
}

/** The replay token of the run that is shown, to travel with a link. */
export function tokenOf(state: PlaygroundState): { token?: string } {
  const { trace } = shownTrace(state);
  return trace ? { token: trace.token } : {};
}
