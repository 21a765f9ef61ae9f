import {
  deviceMoves,
  isFlush,
  isIdle,
  layout as L,
  type Context,
  type Kernel,
  type PackedChoice,
} from '../kernel/index.ts';
import { describe } from '../trace/describe.ts';
import type { TokenStep } from './token.ts';

/** An effect's word in a token. Part of the format: never reuse one. */
const WORDS: Readonly<Record<string, string>> = {
  load: 'ld',
  store: 'st',
  update: 'up',
  compareAndSwap: 'cs',
  fence: 'fn',
  lock: 'lk',
  tryLock: 'tl',
  unlock: 'ul',
  holds: 'hl',
  destroyMutex: 'dm',
  lockSpin: 'pl',
  tryLockSpin: 'pt',
  unlockSpin: 'pu',
  destroySpin: 'pd',
  atInterruptLevel: 'ai',
  sleep: 'sl',
  assertWait: 'aw',
  assertWaitUnless: 'au',
  block: 'bl',
  wakeup: 'wk',
  storeAndWakeup: 'sw',
  currentThread: 'ct',
  startThread: 'th',
  terminateThread: 'tt',
  abortThread: 'at',
  retain: 'rt',
  release: 'rl',
  freed: 'fr',
  now: 'nw',
  intervalToDeadline: 'dl',
  deadlineIn: 'mi',
  deadlineAt: 'ma',
  rememberDeadline: 'mr',
  forgetDeadline: 'mf',
  recallDeadline: 'ml',
  enterCallout: 'ce',
  generation: 'gn',
  cancelCallout: 'cc',
  waitForCallout: 'cw',
  freeCallout: 'cf',
  registerInterrupt: 'ri',
  unregisterInterrupt: 'ui',
  enableInterrupt: 'ei',
  disableInterrupt: 'di',
  interruptType: 'it',
  device: 'dv',
  panic: 'pn',
};

/** The word for a context's next step in a state. */
function wordOf(k: Kernel, s: Int32Array, c: Context, alternative: number): string {
  if (c.kind === 'clock') return 'expire';
  if (c.kind === 'device') return deviceMoves(k, s, c)[alternative]?.what ?? 'move';
  const phase = s[c.slot + L.STATUS] & L.PHASE;
  if (isIdle(c, phase)) return c.callout ? 'begin' : 'deliver';
  if (phase === L.WOKEN) return 'go';
  return WORDS[k.pending(s, c).type] ?? '?';
}

/** The step that a choice would be. */
export function tokenStep(k: Kernel, s: Int32Array, choice: PackedChoice): TokenStep {
  const c = k.contexts[choice >> 8];
  if (!c) throw new Error(`internal bug: no context ${choice >> 8}`);
  const alternative = isFlush(choice) ? 0 : choice & 255;
  const word = isFlush(choice) ? 'flush' : wordOf(k, s, c, alternative);
  const object = objectOf(k, s, c, choice & 255);
  return { context: c.name, word, alternative, ...(object !== undefined && { object }) };
}

/** What a step of a program's code is about, if that has a name. */
function objectOf(k: Kernel, s: Int32Array, c: Context, alternative: number): string | undefined {
  const runsCode = c.kind !== 'clock' && c.kind !== 'device' && !isIdle(c, s[c.slot + L.STATUS] & L.PHASE);
  const name = runsCode ? describe(k, s, c, alternative).object : undefined;
  return name?.startsWith('#') ? undefined : name || undefined;
}

/** What an effect is called whose word this is; a word that is no effect's stands for itself. */
export const effectOf = (word: string): string =>
  Object.entries(WORDS).find(([, short]) => short === word)?.[0] ?? word;
