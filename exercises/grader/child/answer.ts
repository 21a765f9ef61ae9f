import { ProgramFault, scenarioProgram, type Engine, type Progress, type RunReport } from 'workloop/run';
import type { Job, Replies } from './job.ts';
import { probe } from './probe.ts';

/** Does a job; what a program does wrong is part of the answer, what the engine does wrong is thrown. */
export async function answer(
  engine: Engine,
  job: Job,
  onProgress: (progress: Progress) => void,
): Promise<Replies[Job['do']]> {
  switch (job.do) {
    case 'grade':
      return { record: await engine.grade(job.exercise, job.files) };
    case 'check':
      return check(engine, job, onProgress);
    case 'explore':
      return { report: await engine.exploreWith(job.program, job.choice, { ...job, onProgress }) };
    case 'replay':
      return replay(engine, job);
    case 'probe':
      return probe(engine, job.file);
  }
}

async function check(
  engine: Engine,
  { exercise, files }: Extract<Job, { do: 'check' }>,
  onProgress: (progress: Progress) => void,
): Promise<Replies['check']> {
  const record = await engine.grade(exercise, files, { onProgress });
  const runs: Record<string, RunReport> = {};
  for (const { id, failure } of record.scenarios) {
    const file = exercise.scenarios.find((scenario) => scenario.id === id)?.file;
    if (failure && file)
      runs[id] = await engine.replay(scenarioProgram(exercise, file, files), failure.token);
  }
  return { record, runs };
}

async function replay(engine: Engine, job: Extract<Job, { do: 'replay' }>): Promise<Replies['replay']> {
  try {
    return { report: await engine.replay(job.program, job.token) };
  } catch (error) {
    if (error instanceof ProgramFault) return { error: error.plain() };
    throw error;
  }
}
