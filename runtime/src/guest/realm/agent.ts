import { bindAgent, type Op } from '../../effects/ask.ts';
import * as effects from '../../effects/index.ts';
import type { Profile } from '../../effects/profile.ts';
import type { Handle } from '../../effects/value.ts';
import { moduleParameters } from './module-parameters.ts';
import { crossing } from './errors.ts';
import { encode } from './encode.ts';
import { goOn, replay, type Root, type Told } from './history.ts';
import { freezeProgram } from './freeze.ts';
import { lockDown } from './lockdown.ts';
import { addBuiltIn, addModule, requireModule, type Body } from './modules.ts';
import { operationOf } from './operation.ts';
import { finishSetup, startSetup, nextInSetup } from './setup.ts';
import { scenarioModule } from './scenario-module.ts';
import { paddingFor, siteIn } from './stack.ts';
import { introduce, type Blueprint } from './stand-ins.ts';
import { refuse, running } from './state.ts';

/** One of the library's files, instrumented when the realm was built. */
interface LibraryModule {
  readonly path: string;
  readonly imports: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** A program's file. `isCourse`: it is no driver's. `imports`: what it says → the path that it means. */
export interface ProgramModule {
  readonly path: string;
  readonly isCourse: boolean;
  readonly code: string;
  readonly imports: Readonly<Record<string, string>>;
}

export type AgentRequest = { readonly objects?: Readonly<Record<Handle, Blueprint>> } & (
  | {
      readonly do: 'load';
      readonly level: number;
      readonly profile: Profile;
      readonly modules: readonly ProgramModule[];
    }
  | { readonly do: 'setup'; readonly scenario: string }
  | ({ readonly do: 'answer' } & Told)
  | { readonly do: 'finish'; readonly names: readonly Handle[] }
  | {
      readonly do: 'ask';
      readonly root: Root;
      readonly answers: readonly Told[];
      /** What the history is to be called while it is alive; nobody goes on with one that has no number. */
      readonly number?: number;
      readonly explain?: boolean;
    }
  | ({
      readonly do: 'next';
      readonly number: number;
      /** What it is to have said so far. */
      readonly trail: number;
    } & Told)
);

bindAgent({
  ask: <T>(request: effects.Request) => operationOf({ request }) as Op<T>,
  create(standIn, creation) {
    if (running.mode === 'idle') refuse('operation-outside-thread', { operation: String(creation.type) });
    running.made.push({ standIn, creation });
  },
  note(kind, name, phase, values) {
    running.log.push({ kind, name, phase, values: values.map((value) => encode(value) ?? '?') });
  },
  soon(object, method) {
    if (running.mode !== 'setup') return false;
    running.soon.push(() => object[method]());
    return true;
  },
  profile: () => running.profile,
  refuse,
});

/** Makes the realm's one function: a request in, a reply out, JSON both ways. */
export function makeAgent(library: readonly LibraryModule[], seal: boolean): (request: string) => string {
  const compile = Function;
  addBuiltIn('effects', effects);
  addBuiltIn('workloop/run', scenarioModule());
  for (const { path, imports, body } of library) addModule(path, body, 'library', resolver(imports));
  for (const { path } of library) requireModule(path);
  freezeProgram([]);
  if (seal) lockDown();

  function load(module: ProgramModule): void {
    const body = compile(...moduleParameters, paddingFor(module.path) + module.code) as Body;
    addModule(`./${module.path}`, body, module.isCourse ? 'course' : 'student', resolver(module.imports));
  }

  function answer(request: AgentRequest): string {
    for (const handle in request.objects) introduce(Number(handle), request.objects[Number(handle)]);
    if (request.do === 'ask') return replay(request.root, request.answers, request.number, request.explain);
    if (request.do === 'next') return goOn(request.number, request.trail, request);
    return JSON.stringify(answerOnce(request) ?? null);
  }

  function answerOnce(request: Exclude<AgentRequest, { readonly do: 'ask' | 'next' }>): unknown {
    switch (request.do) {
      case 'load':
        running.level = request.level;
        running.profile = Object.freeze(request.profile);
        return request.modules.forEach(load);
      case 'setup':
        return startSetup(request.scenario);
      case 'answer':
        return nextInSetup(request);
      case 'finish':
        return finishSetup(request.names);
    }
  }

  return (text) => {
    try {
      return `{"reply":${answer(JSON.parse(text) as AgentRequest)}}`;
    } catch (error) {
      const failed = running.fault ?? {
        ...crossing(error),
        site: siteIn(error instanceof Error && error.stack),
      };
      return JSON.stringify({ failed });
    }
  };
}

const resolver =
  (imports: Readonly<Record<string, string>>) =>
  (specifier: string): string =>
    imports[specifier] ?? specifier;
