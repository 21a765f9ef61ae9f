import { expect, it } from 'vitest';
import { excerpt, hitsIn, type Found } from './found';

const text = 'The gate is one lock. A command gate is a way into it.';
const found = (...spans: [number, number][]): Found => ({
  document: { i: 1, t: text, u: '/' },
  metadata: { gate: { t: { position: spans } }, g: { t: { position: [[4, 1]] } } },
});

it('marks each place once, from the beginning on', () => {
  expect(hitsIn(found([32, 4], [4, 4]))).toEqual([
    [4, 4],
    [32, 4],
  ]);
});

it('shows a short text whole', () => {
  expect(excerpt(text, [[4, 4]], 100)).toEqual([
    { text: 'The ', hit: false },
    { text: 'gate', hit: true },
    { text: text.slice(8), hit: false },
  ]);
});

it('cuts a long text around the first hit, and says so', () => {
  const pieces = excerpt(text, [[32, 4]], 18);
  expect(pieces.map((piece) => piece.text).join('')).toBe('…mmand gate is a wa…');
  expect(pieces.filter(({ hit }) => hit)).toEqual([{ text: 'gate', hit: true }]);
});

it('begins at the beginning where no place is known', () => {
  expect(excerpt(text, [], 8)).toEqual([
    { text: 'The gate', hit: false },
    { text: '…', hit: false },
  ]);
});
