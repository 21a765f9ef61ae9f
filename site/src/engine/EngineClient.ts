import type {
  EngineReply,
  EngineRequest,
  ExerciseFiles,
  GradeRecord,
  Limits,
  Program,
  RunReport,
  VerdictReport,
} from 'workloop/run';
import { EngineFault, ProgramRefused, type Choice, type Engine, type Watching } from './Engine';

/** The near end of a worker: what a MessagePort and a Worker have in common. */
export interface EnginePort {
  postMessage(request: EngineRequest): void;
  addEventListener(type: 'message', listener: (event: { data: EngineReply }) => void): void;
}

type Question = EngineRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

interface Asked extends Watching {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** Pairs the worker's answers with our questions. */
export class EngineClient implements Engine {
  private readonly asked = new Map<number, Asked>();
  private lastId = 0;

  constructor(private readonly port: EnginePort) {
    port.addEventListener('message', ({ data }) => this.hear(data));
  }

  run(program: Program, seed: number, watching?: Watching): Promise<RunReport> {
    return this.ask({ do: 'run', program, seed }, watching);
  }

  step(program: Program, schedule: readonly Choice[], watching?: Watching): Promise<RunReport> {
    return this.ask({ do: 'step', program, schedule }, watching);
  }

  replay(program: Program, token: string, watching?: Watching): Promise<RunReport> {
    return this.ask({ do: 'replay', program, token }, watching);
  }

  explore(program: Program, limits?: Partial<Limits>, watching?: Watching): Promise<VerdictReport> {
    return this.ask({ do: 'explore', program, ...(limits && { limits }) }, watching);
  }

  grade(
    exercise: ExerciseFiles,
    files: Readonly<Record<string, string>>,
    watching?: Watching,
  ): Promise<GradeRecord> {
    return this.ask({ do: 'grade', exercise, files }, watching);
  }

  /** Rejects all that is under way: the worker was stopped. */
  stop(reason: string): void {
    for (const { reject } of this.asked.values()) reject(new EngineFault(reason));
    this.asked.clear();
  }

  private ask<Answer>(question: Question, watching: Watching = {}): Promise<Answer> {
    const id = ++this.lastId;
    watching.signal?.addEventListener('abort', () => {
      if (this.asked.has(id)) this.port.postMessage({ id: ++this.lastId, do: 'cancel', target: id });
    });
    return new Promise<Answer>((resolve, reject) => {
      this.asked.set(id, { ...watching, resolve, reject });
      this.port.postMessage({ id, ...question } as EngineRequest);
    });
  }

  private hear(reply: EngineReply): void {
    const asked = this.asked.get(reply.id);
    if (!asked) return;
    if (reply.type === 'progress') return asked.onProgress?.(reply.progress);
    this.asked.delete(reply.id);
    if (reply.type === 'error') return asked.reject(new ProgramRefused(reply.error));
    if (reply.type === 'fault') return asked.reject(new EngineFault(reply.message));
    asked.resolve((reply.type === 'record' ? reply.record : reply.report) as never);
  }
}
