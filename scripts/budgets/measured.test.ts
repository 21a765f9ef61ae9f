import { expect, test } from 'vitest';
import { isOver, line, worst } from './measured.ts';
import { limits } from './limits.ts';

const all = Object.keys(limits).map((limit) => ({
  limit: limit as keyof typeof limits,
  what: 'it',
  bytes: 1,
}));

test('a kilobyte is a thousand bytes, and the limit itself is kept', () => {
  expect(isOver({ limit: 'prose', what: 'a/', bytes: 5000 })).toBe(false);
  expect(isOver({ limit: 'prose', what: 'a/', bytes: 5001 })).toBe(true);
});

test('says what is over, and by how much', () => {
  expect(line({ limit: 'prose', what: 'a/', bytes: 7123 })).toMatch(/^✕ a\/ +7\.1 of {3}5 KB$/);
});

test('shows the heaviest page for each limit', () => {
  const lines = worst([...all, { limit: 'home', what: 'zh-Hans/', bytes: 2000 }]);
  expect(lines.find((one) => one.includes('home page adds'))).toMatch(/2\.0 of {2}25 KB {2}zh-Hans\/$/);
});

test('will not be silent on a limit for which nothing was weighed', () => {
  expect(() => worst(all.slice(1))).toThrow('nothing was weighed');
});
