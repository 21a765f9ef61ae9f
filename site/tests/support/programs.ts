/** A blank playground's driver: two threads call `increment`. */
const counter = (body: string, { imports = 'cell, type Op', top = '', field = '' } = {}): string =>
  `import { ${imports} } from 'workloop';
${top}
export class Counter {
  count = cell(0);
  ${field}
  *increment(): Op<void> {
${body}
  }
}
`;

/** Its scenario: all threads make the same calls. */
const scenario = (en: string, zh: string, calls: string, threads: string): string =>
  `import { scenario } from 'workloop/run';
import { Counter } from './counter';

export default scenario({
  title: { en: '${en}', 'zh-Hans': '${zh}' },
  *setup() {
    const counter = new Counter();
    const calls = ${calls};
    return { threads: { ${threads} } };
  },
  properties: [],
});
`;

/** Right: the lock is held from the read to the write. */
export const locked = counter(
  `    yield* IOLockLock(this.lock);
    yield* this.count.set((yield* this.count.get()) + 1);
    yield* IOLockUnlock(this.lock);`,
  { imports: 'IOLockAlloc, IOLockLock, IOLockUnlock, cell, type Op', field: 'lock = IOLockAlloc();' },
);

/** Six threads with so many states between them that nobody waits for the end of the search. */
export const vast = {
  driver: counter(
    `    for (let i = 0; i < 6; i++) {
      const word = this.words[i]!;
      yield* word.set((yield* word.get()) * 3 + i + 1);
    }`,
    {
      imports: 'cell, unsynchronized, type Op',
      field: 'words = [1, 2, 3, 4, 5, 6].map(() => unsynchronized(0));',
    },
  ),
  scenario: scenario(
    'Six threads',
    '六个线程',
    '[() => counter.increment(), () => counter.increment()]',
    'A: calls, B: calls, C: calls, D: calls, E: calls, F: calls',
  ),
};

/** Two threads with 500 calls of two steps each: a run has 2,000. */
export const manyCalls = {
  driver: counter('    yield* this.words.set((yield* this.words.get()) + 1);', {
    imports: 'cell, unsynchronized, type Op',
    field: 'words = unsynchronized(0);',
  }),
  scenario: scenario(
    'Many calls',
    '许多调用',
    'Array.from({ length: 500 }, () => () => counter.increment())',
    'A: calls, B: calls',
  ),
};

/** Its writes are return codes: one that has a name here, and one that has none. */
export const returnCodes = counter(
  '    yield* this.words.set(kIOReturnNotReady);\n    yield* this.words.set(kIOReturnNotReady - 11);',
  { imports: 'cell, kIOReturnNotReady, unsynchronized, type Op', field: 'words = unsynchronized(0);' },
);

const sets = '    yield* this.count.set(1);';

/** Programs that never come back, by where they loop. */
export const endless: Readonly<Record<string, string>> = {
  'at top level': counter(sets, { top: 'while (true) {}' }),
  'in a thread': counter(`${sets}\n    while (true) {}`),
  'in a getter': counter('    yield* this.count.set(this.one);', {
    field: 'get one(): number { while (true) {} }',
  }),
};

/** Without end, and never twice in the same state. */
export const countless = counter('    for (let n = 0; ; n++) yield* this.words.set(n);', {
  imports: 'cell, unsynchronized, type Op',
  field: 'words = unsynchronized(0);',
});

/** What beginners write: refused with the line and with what to write instead. */
export interface Misuse {
  readonly what: string;
  readonly text: string;
  readonly line: number;
  /** What the message must name, in every language. */
  readonly remedy: RegExp;
}

export const misuses: readonly Misuse[] = [
  {
    what: 'a forgotten `yield*` before a write',
    text: counter('    const n = yield* this.count.get();\n    this.count.set(n + 1);'),
    line: 8,
    remedy: /yield\*/,
  },
  {
    what: 'a forgotten `yield*` before a read',
    text: counter('    const n = this.count.get() as never;\n    yield* this.count.set(n + 1);'),
    line: 8,
    remedy: /yield\*/,
  },
  {
    what: 'a plain field that a thread assigns',
    text: counter('    this.n = this.n + 1;\n    yield* this.count.set(this.n);', { field: 'n = 0;' }),
    line: 7,
    remedy: /make it a cell|改成共享单元（cell）/,
  },
  {
    what: 'Math.random()',
    text: counter('    yield* this.count.set(Math.random());'),
    line: 7,
    remedy: /Let the schedule choose, or pass a value in|请交给调度去选，或者把值传进来/,
  },
];
