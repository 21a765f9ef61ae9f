import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Output } from './output.ts';
import { progressText } from './progress-text.ts';

let shown = '';
/** A terminal that keeps what it shows. */
const terminal = (isTTY = true): NodeJS.WriteStream =>
  ({ isTTY, write: (text: string) => ((shown += text), true) }) as unknown as NodeJS.WriteStream;

beforeEach(() => {
  shown = '';
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const tell = (output: Output): void =>
  output.progress((seconds) => progressText(output, { states: 8192, frontier: 96, left: 300 }, seconds));

test('a terminal is told how far it is, and a guess is called one', () => {
  const output = new Output('en', terminal(), terminal());
  vi.advanceTimersByTime(2000);
  tell(output);
  expect(shown).toBe('\r\u001B[K8,192 states, 96 still to look at · 2 s · a guess: 300 to go');
  output.line('Holds.');
  expect(shown.endsWith('to go\r\u001B[KHolds.\n')).toBe(true);
});

test('runs are counted where an engine looks at runs', () => {
  const output = new Output('zh-Hans', terminal(), terminal());
  expect(progressText(output, { states: 0, frontier: 0, traces: 1024 }, 3, 'dpor')).toBe(
    '1,024 个轨迹等价类 · 3 秒',
  );
});

test.each([
  ['what is soon done', true, 100],
  ['no terminal', false, 2000],
])('nothing is said of %s', (_, isTTY, after) => {
  const output = new Output('en', terminal(), terminal(isTTY));
  vi.advanceTimersByTime(after);
  tell(output);
  expect(shown).toBe('');
});
