import { expect, it } from 'vitest';
import type { EngineReply, EngineRequest, Program } from 'workloop/run';
import { EngineFault, ProgramRefused } from './Engine';
import { EngineClient } from './EngineClient';

const program: Program = { files: { 'fan.ts': '' }, scenario: 'scenario.ts', trusted: ['scenario.ts'] };

/** A client, what it sent, and a way to answer. */
function connected() {
  const sent: EngineRequest[] = [];
  let hear = (_reply: EngineReply) => {};
  const client = new EngineClient({
    postMessage: (request) => sent.push(request),
    addEventListener: (_type, listener) => (hear = (data) => listener({ data })),
  });
  return { client, sent, answer: (reply: unknown) => hear(reply as EngineReply) };
}

it('gives each question its own answer, in whatever order they come', async () => {
  const { client, sent, answer } = connected();
  const [first, second] = [client.run(program, 1), client.run(program, 2)];
  answer({ id: sent[1]!.id, type: 'run', report: 'second' });
  answer({ id: sent[0]!.id, type: 'run', report: 'first' });
  expect(await Promise.all([first, second])).toEqual(['first', 'second']);
});

it('passes progress on and cancels by id', async () => {
  const { client, sent, answer } = connected();
  const stop = new AbortController();
  const heard: unknown[] = [];
  const verdict = client.explore(program, undefined, {
    signal: stop.signal,
    onProgress: (p) => heard.push(p),
  });
  answer({ id: sent[0]!.id, type: 'progress', progress: { states: 7 } });
  stop.abort();
  expect(heard).toEqual([{ states: 7 }]);
  expect(sent[1]).toMatchObject({ do: 'cancel', target: sent[0]!.id });
  answer({ id: sent[0]!.id, type: 'verdict', report: { verdict: 'cancelled' } });
  expect(await verdict).toEqual({ verdict: 'cancelled' });
});

it('tells a refused program from a broken engine', async () => {
  const { client, sent, answer } = connected();
  const refused = client.run(program, 1);
  answer({ id: sent[0]!.id, type: 'error', error: { status: 'compile-error', code: 'syntax', data: {} } });
  await expect(refused).rejects.toBeInstanceOf(ProgramRefused);
  const broken = client.run(program, 1);
  answer({ id: sent[1]!.id, type: 'fault', message: 'out of memory' });
  await expect(broken).rejects.toBeInstanceOf(EngineFault);
});

it('rejects what is under way when the worker was stopped', async () => {
  const { client } = connected();
  const waiting = client.run(program, 1);
  client.stop('it took too long');
  await expect(waiting).rejects.toThrow('it took too long');
});
