import { expect, test } from 'vitest';
import { Heap } from './heap.ts';
import { dice } from './testing/randomProgram.ts';

test('the least key comes first, and of equal keys the one put in first', () => {
  const roll = dice(1);
  const heap = new Heap();
  const put: { key: number; item: number }[] = [];
  const taken: number[] = [];
  for (let item = 0; item < 2000; item++) {
    const key = roll(50);
    put.push({ key, item });
    heap.push(key, item);
  }
  for (let item = heap.pop(); item !== undefined; item = heap.pop()) taken.push(item);
  expect(taken).toEqual(put.toSorted((a, b) => a.key - b.key || a.item - b.item).map(({ item }) => item));
});
