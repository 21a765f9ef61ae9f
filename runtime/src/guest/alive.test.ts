import { expect, it } from 'vitest';
import { Alive } from './alive.ts';

const keep = (alive: Alive<string>, history: string): number => {
  const number = alive.next();
  alive.keep(history, number);
  return number;
};

it('gives every history that is alive a number of its own, and gives it back once', () => {
  const alive = new Alive<string>();
  const [one, two] = [keep(alive, 'one'), keep(alive, 'two')];
  expect(two).not.toBe(one);
  expect(alive.take('one')).toBe(one);
  expect(alive.take('one')).toBeUndefined();
  expect(alive.take('two')).toBe(two);
});

it('forgets the one that was kept first where there are too many', () => {
  const alive = new Alive<string>();
  const first = keep(alive, 'first');
  let kept = 1;
  for (; alive.next() !== first || kept === 1; kept++) keep(alive, `another ${kept}`);
  expect(alive.take('first')).toBeUndefined();
  expect(alive.take('another 1')).toBeDefined();
});

it('keeps one history of a name, and the other number is free again', () => {
  const alive = new Alive<string>();
  const number = keep(alive, 'same');
  const other = keep(alive, 'same');
  expect(alive.take('same')).toBe(number);
  expect([alive.next(), keep(alive, 'a'), keep(alive, 'b')]).toContain(other);
});
