import type { GradeRecord, GradeStatus, ScenarioRecord } from 'workloop/run';
import type { Refusal } from '../intake/refusal.ts';
import type { Declared } from '../intake/submission-json.ts';

/** What the grader writes of a submission, and nothing that depends on when and where it ran. */
export interface SubmissionRecord extends Omit<GradeRecord, 'status' | 'exercise' | 'version' | 'scenarios'> {
  readonly exercise: string | null;
  readonly version: number | null;
  readonly status: GradeStatus | 'refused';
  /** sha-256 of the files that were graded. */
  readonly digest: string | null;
  readonly scenarios: readonly ScenarioRecord[];
  /** Why it was not graded. */
  readonly refusal?: Refusal;
}

/** The circumstances, in a file beside the record. */
export interface Envelope {
  readonly student: string;
  /** Where the submission lay, below the folder of all. */
  readonly folder: string;
  readonly record: string;
  readonly made: string;
  readonly milliseconds: number;
  readonly attempts: number;
  readonly isolation: 'process';
  readonly engine: string;
  readonly node: string;
  readonly platform: string;
  readonly declared: Declared;
  readonly ignored: readonly string[];
  /** What went wrong with the grader, if something did. */
  readonly fault?: string;
}

export const isSystemStatus = (status: string): boolean => status.startsWith('system-');
