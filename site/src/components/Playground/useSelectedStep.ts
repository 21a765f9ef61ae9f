import { useMemo, useState } from 'react';
import type { Trace, TraceStep } from 'workloop/trace';
import type { LineMark } from '../Editor/editor';
import type { Desk } from '../Workbench/useDesk';
import { marksAt } from './marksAt';
import { shownTrace, type PlaygroundState } from './playground';

/** The lines to mark at the step that the reader has chosen in the run that is shown, or at the one it stands on at first. */
export function useSelectedStep(
  state: PlaygroundState,
  desk: Desk,
): { readonly marks: readonly LineMark[]; readonly select: (step: TraceStep) => void } {
  const [selected, setSelected] = useState<{ trace: Trace; step: number }>();
  const { trace, step: standOn } = shownTrace(state);
  const step = selected?.trace === trace ? selected?.step : standOn;
  const marks = useMemo(() => (trace && step !== undefined ? marksAt(trace, step) : []), [trace, step]);
  return {
    marks,
    select(chosen) {
      if (trace) setSelected({ trace, step: chosen.step });
      desk.goTo(chosen);
    },
  };
}
