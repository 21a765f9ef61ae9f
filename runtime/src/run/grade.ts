import type { Engine, ExploreOptions } from './engine.ts';
import { gradeSchedules } from './gradeSchedules.ts';
import type { ExerciseFiles, GradeRecord, GradeStatus, ScenarioRecord, VerdictReport } from './protocol.ts';
import { scenarioProgram } from './scenarioProgram.ts';

/** Part of every record: a change of the engine that may change a verdict changes it. */
export const GRADER = '1';

/** Grades a submission: every scenario gives all its points or none. */
export async function gradeSubmission(
  engine: Engine,
  exercise: ExerciseFiles,
  files: Readonly<Record<string, string>>,
  options: Pick<ExploreOptions, 'onProgress'>,
): Promise<GradeRecord> {
  const scenarios =
    exercise.kind === 'schedule'
      ? await gradeSchedules(engine, exercise, files)
      : await exploreScenarios(engine, exercise, files, options);
  return {
    exercise: exercise.id,
    version: exercise.version,
    grader: GRADER,
    status: overall(scenarios.map((scenario) => scenario.status)),
    points: sum(scenarios.map((scenario) => scenario.points)),
    of: sum(scenarios.map((scenario) => scenario.of)),
    scenarios,
  };
}

async function exploreScenarios(
  engine: Engine,
  exercise: ExerciseFiles,
  files: Readonly<Record<string, string>>,
  options: Pick<ExploreOptions, 'onProgress'>,
): Promise<ScenarioRecord[]> {
  const scenarios: ScenarioRecord[] = [];
  for (const { id, file, points } of exercise.scenarios) {
    const report = await engine.explore(scenarioProgram(exercise, file, files), {
      ...(exercise.limits && { limits: exercise.limits }),
      ...options,
    });
    scenarios.push(recordScenario(id, points, report));
  }
  return scenarios;
}

function recordScenario(id: string, of: number, report: VerdictReport): ScenarioRecord {
  const status = statusOf(report);
  const { sentence, states, questions, error } = report;
  return {
    id,
    points: status === 'pass' ? of : 0,
    of,
    status,
    sentence,
    states,
    questions,
    ...(report.failure && { failure: withoutTrace(report.failure) }),
    ...(error && { error }),
  };
}

function withoutTrace(
  failure: NonNullable<VerdictReport['failure']>,
): NonNullable<ScenarioRecord['failure']> {
  const { trace: _, ...rest } = failure;
  return rest;
}

function statusOf(report: VerdictReport): GradeStatus {
  switch (report.verdict) {
    case 'holds':
      return 'pass';
    case 'error':
      return report.error?.status ?? 'system-error';
    case 'inconclusive':
    case 'cancelled':
      return report.error?.status ?? 'inconclusive';
    case 'fails':
      if (report.failure?.kind === 'violation') return 'effect-violation';
      return report.failure?.kind === 'runtime-error' ? 'runtime-error' : 'fail';
  }
}

/** A program that broke a rule is told so before one that merely fails; nothing graded is not a pass. */
function overall(statuses: readonly GradeStatus[]): GradeStatus {
  const broken = statuses.find((status) => !['pass', 'fail', 'inconclusive'].includes(status));
  if (broken) return broken;
  if (statuses.includes('fail')) return 'fail';
  return statuses.length > 0 && statuses.every((status) => status === 'pass') ? 'pass' : 'inconclusive';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
