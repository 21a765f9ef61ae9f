import type { DeviceModel } from '../device.ts';

interface Config {
  readonly line: 'edge' | 'level';
  /** Whether it is certain to be pushed after `arm`, or may be. */
  readonly must?: boolean;
}

/** A device with one line, which a driver can itself raise and lower; armed, it moves by itself once. */
export const button: DeviceModel<Config> = {
  words: () => 1,
  lines: ({ line }) => [{ type: line }],
  operations: ['press', 'release', 'arm', 'break'],
  access(words, _config, operation, args, hooks) {
    if (operation === 'press') hooks.raise(0);
    if (operation === 'release') hooks.lower(0);
    if (operation === 'arm') words[0] = 1;
    if (operation === 'break') hooks.panic('broken', {});
    return args[0] ?? null;
  },
  moves: (words, { must = true }) => (words[0] === 1 ? [{ what: 'push', must }] : []),
  move(words, _config, _index, hooks) {
    words[0] = 0;
    hooks.note('pushed', []);
    hooks.raise(0);
  },
  view: (words) => ({ armed: words[0] === 1 }),
};
