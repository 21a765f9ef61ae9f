import { expect, test } from 'vitest';
import { HandleValue, ProcedureValue } from '../effects/index.ts';
import { World } from '../kernel/testing/world.ts';
import { eventLabel, label, show } from './show.ts';

test('values are shown as plain data, with labels for handles and procedures', () => {
  let cell = 0;
  const { kernel: k } = new World((p) => {
    cell = p.cell(0);
    p.kernel.records.rename(cell, 'disk.busy');
    return { A: [] };
  });
  const read = new ProcedureValue(1, null, 'Disk.read');
  expect(show(k, [new HandleValue(cell), read, 3n, null, undefined, { deep: [read] }])).toEqual([
    'disk.busy',
    'Disk.read',
    '3n',
    null,
    undefined,
    { deep: ['Disk.read'] },
  ]);
  expect(label(k, k.records.own('thread', 'A'))).toBe('A');
  expect(label(k, 999)).toBe('#999');
});

test('an event is shown by its name, NO_EVENT by nothing', () => {
  const { kernel: k } = new World(() => ({ A: [] }));
  const thread = k.contexts.find((c) => c.name === 'A');
  expect(eventLabel(k, thread?.value ?? 0)).toBe('A');
  expect(eventLabel(k, k.values.intern(null))).toBe('');
});
