import { expect, test } from 'vitest';
import { ProgramFault } from './program-fault.ts';

const plain = (at: { file: string; line: number; column?: number }) =>
  new ProgramFault('runtime-error', 'threw', { name: 'Error' }, at).plain();

test('a fault as data says what happened, and where', () => {
  const what = { status: 'runtime-error', code: 'threw', data: { name: 'Error' } };
  expect(plain({ file: 'a.ts', line: 3, column: 7 })).toStrictEqual({
    ...what,
    file: 'a.ts',
    line: 3,
    column: 7,
  });
  expect(plain({ file: '', line: 0 })).toStrictEqual(what);
});
