import { expect, it } from 'vitest';
import { recordingName, recordingsIn } from './recordings.ts';

it('finds what a page shows', () => {
  expect(
    recordingsIn(
      'text\n<Recorded program="race" show="failure">Why.</Recorded>\n<Recorded program="race" show="run" seed="3" />',
    ),
  ).toEqual([
    { program: 'race', show: 'failure' },
    { program: 'race', show: 'run', seed: '3' },
  ]);
});

it('gives runs that differ names that differ', () => {
  const names = [
    { program: 'race', show: 'failure' },
    { program: 'race', show: 'run', seed: '1' },
    { program: 'race', show: 'run', seed: '2' },
    { program: 'race', token: 'wl1:a' },
    { program: 'race', token: 'wl1:b' },
  ].map(recordingName);
  expect(new Set(names).size).toBe(names.length);
});
