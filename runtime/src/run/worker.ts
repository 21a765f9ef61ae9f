import type { Progress } from '../explore/verdict.ts';
import { ProgramFault } from '../guest/index.ts';
import { createEngine } from './createEngine.ts';
import type { Engine } from './engine.ts';
import type { EngineChoice, EngineReply, EngineRequest } from './protocol.ts';

/** What of a worker's global this needs; the runtime knows no DOM. */
interface Port {
  postMessage(reply: EngineReply): void;
  onmessage: ((event: { data: EngineRequest }) => void) | null;
}
declare const self: { onmessage: ((event: { data: { wasm: ArrayBuffer; port: Port } }) => void) | null };

const GRAPH: EngineChoice = { engine: 'graph' };

/** The page's engine: answers on the port that the first message brings, one question after the other. */
self.onmessage = ({ data: { wasm, port } }) => {
  const ready = createEngine({ wasm: new Uint8Array(wasm) });
  let last: Promise<void> = Promise.resolve();
  port.onmessage = ({ data: request }) => {
    last = last.then(async () => port.postMessage(await answer(await ready, request, port)));
  };
};

async function answer(engine: Engine, request: EngineRequest, port: Port): Promise<EngineReply> {
  const { id } = request;
  const onProgress = (progress: Progress): void => port.postMessage({ id, type: 'progress', progress });
  try {
    switch (request.do) {
      case 'run':
        return { id, type: 'run', report: await engine.run(request.program, request) };
      case 'step':
        return { id, type: 'run', report: await engine.step(request.program, request.schedule) };
      case 'replay':
        return { id, type: 'run', report: await engine.replay(request.program, request.token) };
      case 'explore':
        return {
          id,
          type: 'verdict',
          report: await engine.exploreWith(request.program, request.choice ?? GRAPH, {
            ...request,
            onProgress,
          }),
        };
      case 'grade':
        return {
          id,
          type: 'record',
          record: await engine.grade(request.exercise, request.files, { onProgress }),
        };
    }
  } catch (error) {
    return { id, ...refusal(error) };
  }
}

type Refusal =
  | { readonly type: 'error'; readonly error: Extract<EngineReply, { type: 'error' }>['error'] }
  | { readonly type: 'fault'; readonly message: string };

function refusal(error: unknown): Refusal {
  if (error instanceof ProgramFault) return { type: 'error', error: error.plain() };
  return { type: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
