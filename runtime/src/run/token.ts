import {
  deviceMoves,
  isFlush,
  isIdle,
  layout as L,
  type Context,
  type Kernel,
  type PackedChoice,
} from '../kernel/index.ts';

/**
 * A replay token is text a person can paste: `wl1:two-readers:A-ld.st;B-ld`. It names the scenario, the threads and, a word each, what they did,
 * so that a program that has changed since is noticed at the first step that differs.
 */
export interface Token {
  readonly scenario: string;
  readonly steps: readonly TokenStep[];
}

export interface TokenStep {
  readonly context: string;
  /** What it did: an effect's word, see `WORDS`. */
  readonly word: string;
  /** Which of several ways (whom to wake); 0 for the first or only one. */
  readonly alternative: number;
}

const VERSION = 'wl1';

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
export function wordOf(k: Kernel, s: Int32Array, c: Context, alternative: number): string {
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
  if (isFlush(choice)) return { context: c.name, word: 'flush', alternative: 0 };
  return { context: c.name, word: wordOf(k, s, c, choice & 255), alternative: choice & 255 };
}

/** Names keep clear of the token's own punctuation. */
const escape = (name: string): string =>
  encodeURIComponent(name).replace(/[-.~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Writes a token. */
export function formatToken(token: Token): string {
  const runs: string[] = [];
  let context: string | undefined;
  for (const step of token.steps) {
    const word = escape(step.word) + (step.alternative > 0 ? `~${step.alternative}` : '');
    if (step.context === context) runs.push(`${runs.pop()}.${word}`);
    else runs.push(`${escape(step.context)}-${word}`);
    context = step.context;
  }
  return `${VERSION}:${escape(token.scenario)}:${runs.join(';')}`;
}

/** Reads a token; undefined if the text is none. */
export function parseToken(text: string): Token | undefined {
  const [version, scenario, body, ...rest] = text.trim().split(':');
  if (version !== VERSION || scenario === undefined || body === undefined || rest.length > 0)
    return undefined;
  const steps: TokenStep[] = [];
  try {
    for (const run of body === '' ? [] : body.split(';')) {
      const dash = run.indexOf('-');
      if (dash < 1) return undefined;
      const context = decodeURIComponent(run.slice(0, dash));
      for (const part of run.slice(dash + 1).split('.')) {
        const match = /^([^~]+)(?:~(\d{1,3}))?$/.exec(part);
        if (!match) return undefined;
        steps.push({ context, word: decodeURIComponent(match[1] ?? ''), alternative: Number(match[2] ?? 0) });
      }
    }
    return { scenario: decodeURIComponent(scenario), steps };
  } catch {
    return undefined;
  }
}
