import type { DeviceModel } from '../../kernel/index.ts';

/** A button on an edge-triggered line, pressed once: `config.must` says whether it will be, or might. */
export const button: DeviceModel<{ readonly must: boolean }> = {
  words: () => 1,
  lines: () => [{ type: 'edge' }],
  operations: [],
  access: () => undefined,
  moves: (words, { must }) => (words[0] === 0 ? [{ what: 'press', must }] : []),
  move: (words, _config, _index, hooks) => {
    words[0] = 1;
    hooks.raise(0);
  },
  view: (words) => ({ pressed: words[0] === 1 }),
};
