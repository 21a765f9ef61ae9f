import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeEach, expect, it } from 'vitest';
import { LanguageClient } from './LanguageClient';
import { makeLibrary } from './library';
import type { LanguageReply } from './protocol';
import { serveLanguage, type PagePort } from './serve';

const library = makeLibrary();
const chinese = createRequire(import.meta.url).resolve(
  'typescript/lib/zh-cn/diagnosticMessages.generated.json',
);
const kept: Readonly<Record<string, unknown>> = {
  library,
  chinese: JSON.parse(readFileSync(chinese, 'utf8')),
};

/** A page and a worker, with nothing between them. */
function connected(): LanguageClient {
  let hear = (_reply: LanguageReply): void => {};
  const port: PagePort = { postMessage: (reply) => hear(reply), onmessage: null };
  serveLanguage(port, async (address) => kept[address] ?? Promise.reject(new Error(`no ${address}`)));
  return new LanguageClient({
    postMessage: (request) => port.onmessage?.({ data: request }),
    addEventListener: (_type, listener) => (hear = (data) => listener({ data })),
  });
}

let client: LanguageClient;
beforeEach(() => {
  client = connected();
});

it('says what is wrong in the page’s language', async () => {
  await client.ask('start', { library: 'library', messages: 'chinese' });
  await client.ask('open', 1, { 'a.ts': 'export const n: string = 1;' });
  expect(await client.ask('problems', 1)).toMatchObject([
    { file: 'a.ts', line: 1, message: '不能将类型“number”分配给类型“string”。' },
  ]);
});

it('gives each question its own answer', async () => {
  await client.ask('start', { library: 'library' });
  await client.ask('open', 1, { 'a.ts': 'export const fan = { rpm: 1 };\nfan.' });
  const place = { project: 1, file: 'a.ts', at: 35 };
  const [suggestions, explanation] = await Promise.all([
    client.ask('suggest', place),
    client.ask('explain', { ...place, at: 14 }),
  ]);
  expect(suggestions!.list.map(({ name }) => name)).toContain('rpm');
  expect(explanation!.signature).toContain('const fan');
});

it('says that it could not be started, and why', async () => {
  await expect(client.ask('start', { library: 'elsewhere' })).rejects.toThrow('no elsewhere');
  await expect(client.ask('problems', 1)).rejects.toThrow('before it was started');
});

it('lets nobody wait for a worker that has broken', async () => {
  const silent = new LanguageClient({ postMessage: () => {}, addEventListener: () => {} });
  const waiting = silent.ask('problems', 1);
  silent.fail('out of memory');
  await expect(waiting).rejects.toThrow('out of memory');
});
