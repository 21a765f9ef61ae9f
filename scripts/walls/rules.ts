/** What the files of one part may import. `types` may be imported with `import type` only. */
export interface Wall {
  knows: readonly string[];
  types?: readonly string[];
  /** Packages (`acorn`, `node:fs`); `'any'` for the parts outside the runtime. */
  packages?: readonly string[] | 'any';
}

const engine = ['effects', 'kernel', 'devices', 'iokit', 'guest', 'explore', 'trace', 'messages'];
const quickjs = ['@jitl/quickjs-wasmfile-release-sync/emscripten-module'];

/** Who may know whom: a part of the project, and what it may import besides its own files. */
export const walls: Readonly<Record<string, Wall>> = {
  effects: { knows: [] },
  kernel: { knows: ['effects'] },
  iokit: { knows: ['effects'] },
  devices: { knows: ['effects', 'kernel'] },
  guest: { knows: ['effects', 'guest/quickjs'], packages: ['acorn', 'sucrase'] },
  'guest/quickjs': { knows: ['effects', 'guest'], packages: quickjs },
  explore: { knows: ['effects', 'kernel'], types: ['guest'] },
  messages: { knows: ['effects', 'kernel'], types: engine, packages: ['#catalogues'] },
  trace: { knows: ['effects', 'kernel', 'messages'], types: engine },
  run: { knows: [...engine, 'workloop', 'guest/quickjs', 'run/threads'], packages: ['#engines'] },
  'run/threads': { knows: [...engine, 'run'], packages: 'any' },
  workloop: { knows: ['effects', 'iokit', 'devices'] },
  programs: { knows: [] },
  grader: { knows: [], packages: 'any' },
  site: { knows: ['programs'], packages: 'any' },
};

/** What of the runtime the site, the grader and the learners' programs may name. */
export const publicNames = ['workloop', 'workloop/run', 'workloop/trace', 'workloop/messages'];
