import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isMessage } from '../../messages/index.ts';
import { REFUSALS } from './refused.ts';

test.each(REFUSALS)('%s has a sentence', (code) => {
  expect(isMessage(`verdict.refused.${code}`)).toBe(true);
});

test('the published schema knows every refusal', () => {
  const file = join(import.meta.dirname, '../../../../exercises/grader/schema/explore.schema.json');
  const { $defs } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly $defs: {
      readonly report: { readonly properties: { readonly refused: { readonly enum: unknown } } };
    };
  };
  expect($defs.report.properties.refused.enum).toEqual(REFUSALS);
});
