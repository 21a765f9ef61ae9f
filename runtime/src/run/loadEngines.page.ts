import type { Engines } from './engines.ts';
import * as shared from './engines.shared.ts';

/** What the worker and the script were built from; the build puts it in. */
declare const ENGINE_BUILD: string;

let loaded: Engines | undefined;

/** The engines besides the state graph, from the script that the page fetched for them. Throws if it is of another build. */
export function loadEngines(script = ''): Engines {
  if (loaded) return loaded;
  // oxlint-disable-next-line typescript/no-implied-eval -- our own script; the page can fetch and a sealed worker cannot
  const { engines, build } = new Function('shared', script)(shared) as { engines: Engines; build: string };
  if (build !== ENGINE_BUILD)
    throw new Error(`the engines are of build ${build}, the worker of ${ENGINE_BUILD}`);
  return (loaded = engines);
}
