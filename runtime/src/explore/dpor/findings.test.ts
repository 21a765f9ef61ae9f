import { expect, test } from 'vitest';
import { exploreGraph } from '../explore.ts';
import { opsOf } from '../testing/ops.ts';
import { ready } from '../testing/program.ts';
import { exploreDpor } from './exploreDpor.ts';

test('who breaks a rule before the first step is what fails, as for the state graph', () => {
  const properties = { properties: [], watch: {} };
  const program = () =>
    ready({
      mutexes: [false],
      clients: (m) => [
        [[opsOf(m).lock(), opsOf(m).unlock()]],
        [[{ op: 'ask', effect: { type: 'violation', code: 'too-large', data: {} } }]],
      ],
    });
  const [one, other] = [program(), program()];
  const wanted = { verdict: 'fails', counterexample: { failure: { kind: 'violation', context: 'B' } } };
  expect(exploreGraph(one.kernel, one.initial, { properties })).toMatchObject(wanted);
  expect(exploreDpor(other.kernel, other.initial, { properties }).verdict).toMatchObject(wanted);
});
