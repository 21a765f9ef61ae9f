import { expect, test } from 'vitest';
import { BadOracleFile, readOracle } from './read.ts';

const file = (scenario: object): string =>
  JSON.stringify({
    legend: { kernel: 'xnu-1' },
    scenarios: [{ id: 'X', title: 't', outcomes: [], ...scenario }],
  });

test('what a scenario leaves out is empty, and its loops settle', () => {
  const [{ scenario }] = readOracle(file({ scenario: { threads: { A: [] } } })).scenarios;
  expect(scenario).toEqual({
    workLoops: [],
    sources: [],
    lines: [],
    locks: [],
    vars: [],
    setup: [],
    settle: true,
    actions: {},
    threads: { A: [] },
  });
});

test('a scenario may be described in another file', () => {
  expect(readOracle(file({})).scenarios[0]).toEqual({ id: 'X', title: 't', outcomes: [] });
});

test.each([
  ['{', /^not JSON/],
  ['{}', /^legend is not an object/],
  [file({ id: 1 }), /^scenarios\[0\]\.id is not a text/],
  [file({ scenario: { threads: { A: {} } } }), /^X\.threads\.A is not a list/],
  [file({ scenario: { threads: { A: [{}] } } }), /^X\.threads\.A: call is not a text/],
  [file({ scenario: { threads: { 'A()': [] } } }), /^X\.threads: A\(\) is no name/],
  [file({ scenario: { sources: [{ name: 'a b' }] } }), /^X\.sources: name: a b is no name/],
  [file({ outcomes: [{ record: {} }] }), /^X: calls is not an object/],
])('what is wrong with a file is said: %s', (text, message) => {
  expect(() => readOracle(text)).toThrow(BadOracleFile);
  expect(() => readOracle(text)).toThrow(message);
});
