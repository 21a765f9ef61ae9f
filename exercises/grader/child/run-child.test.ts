import { expect, test } from 'vitest';
import { encodeFrame } from './frame.ts';
import { runChild, type Ended } from './run-child.ts';

/** What the parent makes of a child that does what it likes: the sandbox within it may have been broken. */
function child(script: string, seconds = 30): Promise<Ended> {
  const helpers = `
    const { writeSync } = require('node:fs');
    const frame = (kind, message) => {
      const body = Buffer.from(JSON.stringify(message));
      const head = Buffer.alloc(5);
      head.writeUInt8(kind);
      head.writeUInt32BE(body.length, 1);
      return Buffer.concat([head, body]);
    };
    const PROGRESS = 1;
    const REPLY = 2;
    const send = (bytes) => { for (let at = 0; at < bytes.length; ) at += writeSync(3, bytes, at); };`;
  return runChild(['-e', `${helpers}\n${script}`], encodeFrame('request', {}), { seconds, limit: 1000 });
}

test('the first reply counts', async () => {
  expect(await child("send(frame(REPLY, 'first')); send(frame(REPLY, 'second'));")).toEqual({
    ended: 'replied',
    reply: 'first',
  });
});

test('a second reply in the same breath is not heard', async () => {
  const both = "send(Buffer.concat([frame(REPLY, 'first'), frame(REPLY, 'second')]));";
  expect(await child(both)).toMatchObject({ reply: 'first' });
});

test('what it prints is no reply', async () => {
  expect(await child("process.stdout.write(frame(REPLY, 'printed')); console.log('{}');")).toEqual({
    ended: 'system-error',
    message: 'no reply',
  });
});

test('a reply that is too long is an error', async () => {
  expect(await child("send(frame(REPLY, 'x'.repeat(1001)));")).toMatchObject({ ended: 'system-error' });
});

test('bytes that are no reply are an error', async () => {
  expect(await child('send(Buffer.from(\'{"status":"pass"}\'));')).toMatchObject({ ended: 'system-error' });
});

test('a child that dies says what it complained of, and not more of it than fits on a screen', async () => {
  const ended = await child("process.stderr.write('y'.repeat(1e6)); process.exit(0);");
  expect(ended).toMatchObject({ ended: 'system-error', message: expect.stringMatching(/^y{1,4096}$/) });
});

test('a child that does not stop when told is stopped', async () => {
  const deaf = "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); for (;;);";
  expect(await child(deaf, 1)).toEqual({ ended: 'system-timeout' });
});

test('it has no environment', async () => {
  expect(
    await child('send(frame(REPLY, Object.keys(process.env).filter((name) => !name.startsWith("__CF"))));'),
  ).toMatchObject({
    reply: [],
  });
});
