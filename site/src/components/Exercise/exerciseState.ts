import type {
  EngineReport,
  ExerciseFiles,
  GradeRecord,
  ProgramError,
  RunReport,
  ScenarioRecord,
} from 'workloop/run';
import type { Progress } from '../../engine/Engine';
import type { Trouble } from '../../engine/trouble';

/** A scenario that is looked into. */
export interface OpenScenario {
  readonly scenario: string;
  /** Where it passes: all that exploring it finds. */
  readonly verdict?: EngineReport;
  /** Its counterexample; where it passes, a run that the reader wants to see. */
  readonly run?: RunReport;
}

export interface ExerciseState {
  readonly work?: 'check' | 'replay' | 'explore';
  readonly progress?: Progress;
  readonly record?: GradeRecord;
  readonly open?: OpenScenario;
  readonly trouble?: Trouble;
  /** The code has changed since: what is shown is of the code before. */
  readonly stale?: boolean;
}

export type ExerciseEvent =
  | { readonly type: 'checking' | 'replaying' | 'exploring' }
  | { readonly type: 'progressed'; readonly progress: Progress }
  | { readonly type: 'graded'; readonly record: GradeRecord; readonly open: OpenScenario | undefined }
  | { readonly type: 'opened'; readonly open: OpenScenario | undefined }
  | { readonly type: 'troubled'; readonly trouble: Trouble }
  | { readonly type: 'edited' | 'cancelled' };

/** An exercise's state after something happened. */
export function after(state: ExerciseState, event: ExerciseEvent): ExerciseState {
  const { work: _, progress: __, ...idle } = state;
  switch (event.type) {
    case 'checking':
      return { work: 'check' };
    case 'replaying':
      return { ...idle, work: 'replay' };
    case 'exploring':
      return { ...idle, work: 'explore' };
    case 'progressed':
      return { ...state, progress: event.progress };
    case 'graded':
      return { record: event.record, ...(event.open && { open: event.open }) };
    case 'opened': {
      const { open: ___, ...closed } = idle;
      return { ...closed, ...(event.open && { open: event.open }) };
    }
    case 'troubled':
      return { trouble: event.trouble };
    case 'edited':
      return idle.record || idle.trouble ? { ...idle, stale: true } : {};
    case 'cancelled':
      return idle;
  }
}

/** What keeps the program from being checked at all: the same in every scenario, said once. */
export function errorOf(record: GradeRecord): ProgramError | undefined {
  return record.scenarios.find(({ error }) => error)?.error;
}

/** How a scenario went, as a verdict is shown. */
export function verdictOf({ status }: ScenarioRecord): 'holds' | 'fails' | 'inconclusive' | 'error' {
  if (status === 'pass') return 'holds';
  if (status === 'fail' || status === 'effect-violation') return 'fails';
  return status === 'inconclusive' ? 'inconclusive' : 'error';
}

export function totalPoints({ scenarios }: ExerciseFiles): number {
  return scenarios.reduce((sum, { points }) => sum + points, 0);
}
