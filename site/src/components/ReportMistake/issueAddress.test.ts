import { expect, test } from 'vitest';
import { issueAddress, type Issue } from './issueAddress';

const issue: Issue = {
  title: 'Mistake: 03 IOLock',
  facts: [
    ['Page', 'https://example.org/lessons/03-iolock/#cost'],
    ['Language', '简体中文'],
  ],
  question: 'What is wrong?',
};

const bodyOf = (address: string): string => new URL(address).searchParams.get('body') ?? '';

test('an issue has its title, where the reader was, and room for what is wrong', () => {
  const address = issueAddress('https://example.org/me/course/', issue);
  expect(address).toMatch(/^https:\/\/example\.org\/me\/course\/issues\/new\?title=Mistake%3A\+03\+IOLock&/);
  expect(bodyOf(address)).toBe(
    '- Page: https://example.org/lessons/03-iolock/#cost\n- Language: 简体中文\n\nWhat is wrong?\n\n',
  );
});

test('what was marked is quoted, line by line, and not without end', () => {
  const quoted = (quote: string): string => bodyOf(issueAddress('https://example.org', { ...issue, quote }));
  expect(quoted('one\ntwo')).toContain('\n\n> one\n> two\n\nWhat is wrong?');
  expect(quoted('x'.repeat(1000))).toContain(`> ${'x'.repeat(400)}…\n`);
});
