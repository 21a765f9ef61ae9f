import { expect, test } from 'vitest';
import { Latest } from './latest.ts';

test('what is remembered is not made again, until too many have come after it', () => {
  const made: string[] = [];
  const latest = new Latest<string>(2);
  const get = (name: string): string =>
    latest.get(name, () => {
      made.push(name);
      return `made ${name}`;
    });
  expect([get('a'), get('b'), get('a'), get('c'), get('b'), get('a')]).toEqual(
    ['a', 'b', 'a', 'c', 'b', 'a'].map((name) => `made ${name}`),
  );
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
