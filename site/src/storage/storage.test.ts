import { afterEach, expect, it, vi } from 'vitest';
import { keep, recall } from './storage';

afterEach(() => vi.unstubAllGlobals());

/** As much of a Storage as is used. */
function storage(items = new Map<string, string>()) {
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

it('gives back what it kept, until it is told to forget', () => {
  vi.stubGlobal('localStorage', storage());
  keep('a', { texts: ['1'] });
  expect(recall('a')).toEqual({ texts: ['1'] });
  keep('a', undefined);
  expect(recall('a')).toBeUndefined();
});

it('takes what it cannot read for nothing', () => {
  vi.stubGlobal('localStorage', storage(new Map([['work-loop:a', '{']])));
  expect(recall('a')).toBeUndefined();
});

it('goes on where the browser keeps nothing', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(() => keep('a', 1)).not.toThrow();
  expect(recall('a')).toBeUndefined();
});
