import { expect, it } from 'vitest';
import type { EngineReply, EngineRequest, Program } from 'workloop/run';
import { EngineFault, ProgramRefused } from './Engine';
import { EngineClient, type EnginePort } from './EngineClient';

const program: Program = { files: { 'fan.ts': '' }, scenario: 'scenario.ts', trusted: ['scenario.ts'] };

/** A client, what it sent, and a way to answer. */
function connected() {
  const sent: EngineRequest[] = [];
  let hear = (_reply: EngineReply) => {};
  let ended = false;
  const port: EnginePort = {
    postMessage: (request) => sent.push(request),
    addEventListener: (_type, listener) => (hear = (data) => listener({ data })),
  };
  const client = new EngineClient(
    port,
    () => (ended = true),
    () => Promise.resolve('the engines'),
  );
  return { client, hasEnded: () => ended, sent, answer: (reply: unknown) => hear(reply as EngineReply) };
}

it('gives each question its own answer, in whatever order they come', async () => {
  const { client, sent, answer } = connected();
  const [first, second] = [client.run(program, 1), client.run(program, 2)];
  answer({ id: sent[1]!.id, type: 'run', report: 'second' });
  answer({ id: sent[0]!.id, type: 'run', report: 'first' });
  expect(await Promise.all([first, second])).toEqual(['first', 'second']);
});

it('passes progress on, with the time since it was asked', async () => {
  const { client, sent, answer } = connected();
  const heard: unknown[] = [];
  const verdict = client.explore(program, {}, (progress) => heard.push(progress));
  answer({ id: sent[0]!.id, type: 'progress', progress: { states: 7 } });
  answer({ id: sent[0]!.id, type: 'verdict', report: { verdict: 'holds' } });
  expect(heard).toEqual([{ states: 7, elapsed: expect.any(Number) as number }]);
  expect(await verdict).toEqual({ verdict: 'holds' });
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

it('ends the worker and rejects what is under way when it is stopped', async () => {
  const { client, hasEnded } = connected();
  const waiting = client.run(program, 1);
  client.stop('it took too long');
  await expect(waiting).rejects.toThrow('it took too long');
  expect(hasEnded()).toBe(true);
});

it('brings the other engines along where one of them is asked', async () => {
  const { client, sent, answer } = connected();
  const verdict = client.explore(program, { choice: { engine: 'portfolio' } });
  await Promise.resolve();
  expect(sent[0]).toMatchObject({ do: 'explore', engines: 'the engines' });
  answer({ id: sent[0]!.id, type: 'verdict', report: { verdict: 'holds' } });
  expect(await verdict).toEqual({ verdict: 'holds' });
});

it('asks nothing any more once it is stopped, though it was only waiting for the other engines', async () => {
  const { client, sent } = connected();
  const verdict = client.explore(program, { choice: { engine: 'portfolio' } });
  client.stop('it took too long');
  await expect(verdict).rejects.toThrow('it took too long');
  expect(sent).toEqual([]);
});
