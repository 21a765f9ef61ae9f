import type {
  EngineReply,
  EngineReport,
  EngineRequest,
  ExerciseFiles,
  GradeRecord,
  Program,
  RunReport,
} from 'workloop/run';
import {
  EngineFault,
  ProgramRefused,
  type Choice,
  type Engine,
  type Exploration,
  type OnProgress,
} from './Engine';

/** The near end of the way to a worker. */
export interface EnginePort {
  postMessage(request: EngineRequest): void;
  addEventListener(type: 'message', listener: (event: { data: EngineReply }) => void): void;
}

type Question = EngineRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

interface Asked {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress?: OnProgress | undefined;
  /** When it was asked, in milliseconds. */
  readonly since: number;
}

/** Pairs the worker's answers with our questions. */
export class EngineClient implements Engine {
  readonly #asked = new Map<number, Asked>();
  readonly #port: EnginePort;
  readonly #end: () => void;
  readonly #fetchEngines: () => Promise<string>;
  #lastId = 0;
  #stopped: EngineFault | undefined;

  /**
   * @param end ends the worker
   * @param fetchEngines gets the script of the engines besides the state graph
   */
  constructor(port: EnginePort, end: () => void, fetchEngines: () => Promise<string>) {
    this.#port = port;
    this.#end = end;
    this.#fetchEngines = fetchEngines;
    port.addEventListener('message', ({ data }) => this.#hear(data));
  }

  run(program: Program, seed: number): Promise<RunReport> {
    return this.#ask({ do: 'run', program, seed });
  }

  step(program: Program, schedule: readonly Choice[]): Promise<RunReport> {
    return this.#ask({ do: 'step', program, schedule });
  }

  replay(program: Program, token: string): Promise<RunReport> {
    return this.#ask({ do: 'replay', program, token });
  }

  async explore(program: Program, how: Exploration = {}, onProgress?: OnProgress): Promise<EngineReport> {
    const engines = how.choice && how.choice.engine !== 'graph' && { engines: await this.#fetchEngines() };
    return this.#ask({ do: 'explore', program, ...how, ...engines }, onProgress);
  }

  grade(
    exercise: ExerciseFiles,
    files: Readonly<Record<string, string>>,
    onProgress?: OnProgress,
  ): Promise<GradeRecord> {
    return this.#ask({ do: 'grade', exercise, files }, onProgress);
  }

  stop(reason: string): void {
    this.#end();
    this.#stopped = new EngineFault(reason);
    for (const { reject } of this.#asked.values()) reject(this.#stopped);
    this.#asked.clear();
  }

  #ask<Answer>(question: Question, onProgress?: OnProgress): Promise<Answer> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    const id = ++this.#lastId;
    return new Promise<Answer>((resolve, reject) => {
      this.#asked.set(id, { resolve, reject, onProgress, since: performance.now() });
      this.#port.postMessage({ id, ...question } as EngineRequest);
    });
  }

  #hear(reply: EngineReply): void {
    const asked = this.#asked.get(reply.id);
    if (!asked) return;
    if (reply.type === 'progress')
      return asked.onProgress?.({ ...reply.progress, elapsed: performance.now() - asked.since });
    this.#asked.delete(reply.id);
    if (reply.type === 'error') return asked.reject(new ProgramRefused(reply.error));
    if (reply.type === 'fault') return asked.reject(new EngineFault(reply.message));
    asked.resolve((reply.type === 'record' ? reply.record : reply.report) as never);
  }
}
