import { expect, it } from 'vitest';
import { errorSentence } from './errorSentence';

it('says what is wrong with the source and what to write instead', () => {
  const error = { status: 'compile-error', code: 'plain-yield', data: {} } as const;
  expect(errorSentence(error, 'en')).toMatch(/yield\*/);
  expect(errorSentence(error, 'zh-Hans')).toMatch(/\p{sc=Han}/u);
});

it('says which field remembers something', () => {
  const error = { status: 'stateful', code: 'make-it-a-cell', data: { field: 'n', class: 'Fan' } } as const;
  expect(errorSentence(error, 'en')).toContain('n');
});

it('falls back on the kind of error for a code it does not know', () => {
  const error = { status: 'fuel-exceeded', code: 'of-tomorrow', data: {} } as const;
  expect(errorSentence(error, 'en')).toBe('The program ran on without end.');
});
