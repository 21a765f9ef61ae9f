import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readProgram } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'program-'));
writeFileSync(join(folder, 'program.json'), '{ "edit": ["fan.ts"], "scenario": "scenario.ts" }');
writeFileSync(
  join(folder, 'fan.ts'),
  '// #region all\n// en: a fan\n// zh: 风扇\nexport {};\n// #endregion\n',
);
writeFileSync(join(folder, 'scenario.ts'), 'export default 1;\n');

it('trusts every file that the reader may not change', () => {
  expect(readProgram(folder, 'en')).toMatchObject({
    edit: ['fan.ts'],
    trusted: ['scenario.ts'],
    scenario: 'scenario.ts',
  });
});

it('shows comments in the language of the page, on the same lines', () => {
  const [en, zh] = (['en', 'zh-Hans'] as const).map((locale) => readProgram(folder, locale).files['fan.ts']!);
  expect(en).toContain('// a fan');
  expect(zh).toContain('// 风扇');
  expect(zh!.split('\n')).toHaveLength(en!.split('\n').length);
});

it('leaves out the marks of regions', () => {
  expect(readProgram(folder, 'en').files['fan.ts']).not.toContain('region');
});
