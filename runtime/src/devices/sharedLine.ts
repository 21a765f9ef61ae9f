import type { DeviceModel } from '../kernel/index.ts';

/** A wire that several devices hold up: no registers, and nothing that it does by itself. Devices that name it as their `sharedLine` raise it. */
export const sharedLine: DeviceModel = {
  words: () => 0,
  lines: () => [{ type: 'level' }],
  operations: [],
  access: () => null,
  moves: () => [],
  move: () => {},
  view: () => ({}),
};
