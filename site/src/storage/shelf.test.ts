import { expect, it, vi } from 'vitest';
import { Shelf, type TextStore } from './shelf';

function store(items = new Map<string, string>()): TextStore {
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

it('gives another visit what it kept, until it is told to forget', () => {
  const disk = store();
  new Shelf(() => disk).write('a', 'text');
  expect(new Shelf(() => disk).read('a')).toBe('text');
  new Shelf(() => disk).write('a', null);
  expect(new Shelf(() => disk).read('a')).toBeNull();
});

it('tells who listens, as long as they do', () => {
  const shelf = new Shelf(() => store());
  const listener = vi.fn<() => void>();
  const end = shelf.subscribe(listener);
  shelf.write('a', '1');
  end();
  shelf.write('a', '2');
  expect(listener).toHaveBeenCalledTimes(1);
});

it('remembers for the page where the browser keeps nothing', () => {
  const shelf = new Shelf(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(shelf.read('a')).toBeNull();
  shelf.write('a', 'text');
  expect(shelf.read('a')).toBe('text');
});

it('knows the names of its own texts, and of nobody else’s', () => {
  const disk = store(new Map([['somebody else’s', 'x']]));
  new Shelf(() => disk).write('b', 'kept');
  const shelf = new Shelf(() => disk);
  shelf.write('a', 'new');
  shelf.write('c', 'gone');
  shelf.write('c', null);
  expect(shelf.names()).toEqual(['a', 'b']);
});

it('knows the names of what lives as long as the page', () => {
  const shelf = new Shelf(() => {
    throw new Error('blocked');
  });
  shelf.write('a', 'text');
  expect(shelf.names()).toEqual(['a']);
});
