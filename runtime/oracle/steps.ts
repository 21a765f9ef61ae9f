import type { Step } from './read.ts';
import { deadline, interruptible, name, NotCovered, number, T0, type Writer } from './writer.ts';

/** Writes one step as a statement. */
type Write = (step: Step, w: Writer) => string;

const flag = (step: Step, field: string): string => String(step[field] === true);

const ofGate: Readonly<Record<string, Write>> = {
  runAction: (s, w) => w.answer(`${w.gate(s)}.runAction(${w.action(s)})`),
  attemptAction: (s, w) => w.answer(`${w.gate(s)}.attemptAction(${w.action(s)})`),
  runCommand: (s, w) => w.answer(`${w.gate(s)}.runCommand()`),
  attemptCommand: (s, w) => w.answer(`${w.gate(s)}.attemptCommand()`),
  commandSleep: (s, w) => w.answer(commandSleep(s, w, 'abortSafe')),
  sleepWhile: (s, w) => `${whileEqual(s, w)} yield* ${commandSleep(s, w, 'uninterruptible')};`,
  commandWakeup: (s, w) => `yield* ${w.gate(s)}.commandWakeup(${w.event(s)}, ${flag(s, 'oneThread')});`,
};

const ofSource: Readonly<Record<string, Write>> = {
  enable: (s, w) => `yield* ${w.source(s)}.enable();`,
  disable: (s, w) => `yield* ${w.source(s)}.disable();`,
  isEnabled: (s, w) => w.answer(`${w.source(s)}.isEnabled()`),
  getWorkLoop: (s, w) => w.tell(`this.loops.indexOf(yield* ${w.source(s)}.getWorkLoop()) + 1`),
  getIntIndex: (s, w) => w.answer(`${w.source(s)}.getIntIndex()`),
  interruptOccurred: (s, w) => `yield* ${w.source(s)}.interruptOccurred();`,
  signalInterrupt: (s, w) => `yield* ${w.source(s)}.signalInterrupt();`,
  setTimeout: (s, w) => w.answer(`${w.source(s, 'timer')}.setTimeout(${number(s, 'ns')})`),
  wakeAtTime: (s, w) => w.answer(`${w.source(s, 'timer')}.wakeAtTime(${moment(s, 'at')})`),
  cancelTimeout: (s, w) =>
    `yield* ${w.source(s, s['timer'] === undefined ? 'source' : 'timer')}.cancelTimeout();`,
  releaseSource: (s, w) => `yield* ${w.source(s)}.release();`,
  signalWork: (s, w) => `yield* ${w.source(s)}.signalWork();`,
  pend: (s, w) => `yield* ${w.source(s)}.pend();`,
  setCounts: (s, w) =>
    ['producerCount', 'consumerCount']
      .map((count) => `yield* ${w.source(s)}.${count}.set(${number(s, 'value') >>> 0});`)
      .join(' '),
};

const ofLoop: Readonly<Record<string, Write>> = {
  add: (s, w) => w.answer(`${w.loop(s)}.addEventSource(${w.source(s)})`),
  remove: (s, w) => w.answer(`${w.loop(s)}.removeEventSource(${w.source(s)})`),
  loopRunAction: (s, w) => w.answer(`${w.loop(s)}.runAction(${w.action(s)}, this)`),
  runEventSources: (s, w) => w.answer(`${w.loop(s)}.runEventSources()`),
  onThread: (s, w) => w.answer(`${w.loop(s)}.onThread()`),
  inGate: (s, w) => w.answer(`${w.loop(s)}.inGate()`),
  enableAll: (s, w) => `yield* ${w.loop(s)}.enableAllEventSources();`,
  disableAll: (s, w) => `yield* ${w.loop(s)}.disableAllEventSources();`,
  enableInts: (s, w) => `yield* ${w.loop(s)}.enableAllInterrupts();`,
  disableInts: (s, w) => `yield* ${w.loop(s)}.disableAllInterrupts();`,
  releaseLoop: (s, w) => `yield* ${w.loop(s)}.release();`,
};

const ofLock: Readonly<Record<string, Write>> = {
  lock: (s, w) => `yield* IOLockLock(${w.lock(s)});`,
  unlock: (s, w) => `yield* IOLockUnlock(${w.lock(s)});`,
  tryLock: (s, w) => w.answer(`IOLockTryLock(${w.lock(s)})`),
  lockSleep: (s, w) => w.answer(sleep('IOLock', w.lock(s), s, w, 'abortSafe')),
  lockSleepWhile: (s, w) =>
    `${whileEqual(s, w)} yield* ${sleep('IOLock', w.lock(s), s, w, 'uninterruptible')};`,
  lockWakeup: (s, w) => `yield* IOLockWakeup(null, ${w.event(s)}, ${flag(s, 'oneThread')});`,
  rlock: (s, w) => `yield* IORecursiveLockLock(${w.recursiveLock(s)});`,
  runlock: (s, w) => `yield* IORecursiveLockUnlock(${w.recursiveLock(s)});`,
  rtryLock: (s, w) => w.answer(`IORecursiveLockTryLock(${w.recursiveLock(s)})`),
  spinLock: (s, w) => `yield* IOSimpleLockLock(${w.spinLock(s)});`,
  spinUnlock: (s, w) => `yield* IOSimpleLockUnlock(${w.spinLock(s)});`,
  rhave: (s, w) => w.answer(`IORecursiveLockHaveLock(${w.recursiveLock(s)})`),
  rsleep: (s, w) => w.answer(sleep('IORecursiveLock', w.recursiveLock(s), s, w, 'abortSafe')),
};

const ofTheRest: Readonly<Record<string, Write>> = {
  terminateThread: (s, w) => `yield* thread_terminate(yield* ${w.thread(s)}.get());`,
  signalThread: (s, w) => `yield* thread_abort_safely(yield* ${w.thread(s)}.get());`,
  mark: (s, w) => w.order(`'mark:${name(s, 'name')}'`),
  set: (s, w) => `yield* ${w.variable(s)}.set(${number(s, 'value')});`,
  inc: (s, w) => `yield* ${w.variable(s)}.set((yield* ${w.variable(s)}.get()) + ${number(s, 'by', 1)});`,
  sleepNs: (s) =>
    `yield* IOLockLock(this.sleeping); yield* IOLockSleepDeadline(this.sleeping, this, yield* clock_interval_to_deadline(${number(s, 'ns')}), THREAD_UNINT); yield* IOLockUnlock(this.sleeping);`,
  now: (_s, w) => w.answer('mach_absolute_time()'),
  read: (s, w) => w.answer(`${w.variable(s)}.get()`),
  raise: (s, w) => w.marker({ type: 'raise', line: name(s, 'line'), times: number(s, 'times', 1) }),
  deassert: (s, w) => w.marker({ type: 'lower', line: name(s, 'line') }),
  return: (s) => `return ${number(s, 'value')};`,
  more: () => 'return true;',
  waitVar: (s, w) => {
    w.variable(s);
    return w.marker({ type: 'equal', variable: name(s, 'var'), value: number(s, 'eq') });
  },
  waitAsleep: (s, w) => w.marker({ type: 'asleep', thread: name(s, 'thread') }),
  waitDone: (s, w) => w.marker({ type: 'done', thread: name(s, 'thread') }),
  waitQuiet: (s, w) => w.marker({ type: 'quiet', line: name(s, 'line') }),
  waitIdle: (_s, w) => w.marker({ type: 'idle' }),
};

const written: Readonly<Record<string, Write>> = {
  ...ofGate,
  ...ofSource,
  ...ofLoop,
  ...ofLock,
  ...ofTheRest,
};

/** Writes a step as a statement. Throws NotCovered. */
export function writeStep(step: Step, w: Writer): string {
  const write = Object.hasOwn(written, step.call) ? written[step.call] : undefined;
  if (write) return write(step, w);
  throw new NotCovered(`step ${step.call}`);
}

/** A moment after T0 as an argument; null is a literal 0. */
const moment = (s: Step, field: string): string => (s[field] === null ? '0' : String(T0 + number(s, field)));

const whileEqual = (s: Step, w: Writer): string =>
  `while ((yield* ${w.variable(s)}.get()) === ${number(s, 'eq')})`;

const commandSleep = (s: Step, w: Writer, otherwise: string): string =>
  `${w.gate(s)}.commandSleep(${[w.event(s), ...deadline(s), interruptible(s, otherwise)].join(', ')})`;

function sleep(family: string, lock: string, s: Step, w: Writer, otherwise: string): string {
  const until = deadline(s);
  const call = `${family}Sleep${until.length > 0 ? 'Deadline' : ''}`;
  return `${call}(${[lock, w.event(s), ...until, interruptible(s, otherwise)].join(', ')})`;
}
