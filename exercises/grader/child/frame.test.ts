import { expect, test } from 'vitest';
import { BadFrame, encodeFrame, FrameReader } from './frame.ts';

const frames = Buffer.concat([encodeFrame('progress', { states: 1 }), encodeFrame('reply', ['字'])]);
const read = [
  { kind: 'progress', message: { states: 1 } },
  { kind: 'reply', message: ['字'] },
];

test('what is written is read', () => {
  expect(new FrameReader(100).push(frames)).toEqual(read);
});

test('a message may come in pieces of any size', () => {
  const reader = new FrameReader(100);
  expect([...frames].flatMap((byte) => reader.push(Buffer.from([byte])))).toEqual(read);
});

test('a message that is too long is refused before it has come', () => {
  const head = encodeFrame('reply', 'x'.repeat(200)).subarray(0, 5);
  expect(() => new FrameReader(100).push(head)).toThrow(BadFrame);
});

test('what is no message is refused', () => {
  expect(() => new FrameReader(100).push(Buffer.from('{"status":"pass"}'))).toThrow(BadFrame);
});
