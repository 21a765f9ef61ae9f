import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function tokens(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map([...block.matchAll(/(--wl-[\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
}

/** Relative luminance, WCAG 2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const v = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const owners = ['loop', 'interrupt', 'thread-1', 'thread-2', 'thread-3', 'thread-4'];
const grounds = ['ground', 'raised'];
const inks = [
  'text',
  'text-quiet',
  'accent',
  'pass',
  'fail',
  'code-keyword',
  'code-string',
  'code-number',
  'code-type',
];

/** [foreground, background, least contrast] of every pair that the site sets. */
const pairs: [string, string, number][] = [
  ...[...inks, ...owners].flatMap((ink) =>
    grounds.map((ground): [string, string, number] => [ink, ground, 4.5]),
  ),
  ...owners.flatMap((owner): [string, string, number][] => [
    [owner, `${owner}-tint`, 4.5],
    ['text', `${owner}-tint`, 7],
    ['text-quiet', `${owner}-tint`, 4.5],
  ]),
  ['on-accent', 'accent', 4.5],
  ['text', 'accent-tint', 7],
  ['accent', 'accent-tint', 4.5],
  ['text', 'mark', 7],
  ['text-quiet', 'mark', 4.5],
  ...inks.filter((ink) => ink.startsWith('code-')).map((ink): [string, string, number] => [ink, 'mark', 4.5]),
  ['fail', 'fail-tint', 4.5],
  ['text', 'fail-tint', 7],
  ['edge', 'ground', 3],
  ['edge', 'raised', 3],
];

describe.each([
  ['light', tokens(':root')],
  ['dark', tokens("[data-theme='dark']")],
])('in %s mode', (_mode, token) => {
  it.each(pairs)('%s on %s reaches %d : 1', (ink, ground, least) => {
    expect(contrast(token.get(`--wl-${ink}`)!, token.get(`--wl-${ground}`)!)).toBeGreaterThanOrEqual(least);
  });
});

it('defines every color in both modes', () => {
  expect([...tokens("[data-theme='dark']").keys()]).toEqual([...tokens(':root').keys()]);
});
