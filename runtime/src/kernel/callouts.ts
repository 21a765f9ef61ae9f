import type {
  CancelCallout,
  DeadlineAt,
  DeadlineIn,
  EnterCallout,
  FreeCallout,
  Generation,
  Handle,
  RecallDeadline,
  RememberDeadline,
  ValueId,
  WaitForCallout,
} from '../effects/index.ts';
import { relativeDeadline } from './clock.ts';
import { isIdle, type Context } from './contexts.ts';
import { beginShot, enterShot, generation as generations } from './generations.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';
import { interruptsOff } from './spinLocks.ts';

/** A thread call of this program, with the contexts that it may run in. */
export interface Callout {
  readonly handle: Handle;
  readonly slot: number;
  readonly workers: readonly Context[];
}

/** Makes a thread call's workers, the same whenever it is made. */
export function plugInCallout(k: Kernel, handle: Handle): void {
  const record = k.records.must(handle);
  if (record.creation?.kind !== 'callout' || k.callouts.some((c) => c.handle === handle)) return;
  const { runs } = record.creation;
  const kind = runs === 'at interrupt level' ? 'interrupt' : 'callout';
  const names = runs === 'reentrant' ? [record.name, `${record.name} again`] : [record.name];
  const workers = names.map((name) => k.addContext(kind, name, handle));
  const callout = { handle, slot: record.slot, workers };
  for (const worker of workers) worker.callout = callout;
  k.callouts.push(callout);
}

/** A thread call's slot, or undefined after the run has failed: it is none, or it was freed. */
function calloutSlot(k: Kernel, s: Int32Array, me: Context, callout: Handle): number | undefined {
  const record = k.records.get(callout);
  if (record?.kind !== 'callout') {
    k.fail(s, me, 'violation', 'not-a-callout');
    return undefined;
  }
  if (s[record.slot] === L.GONE) {
    k.fail(s, me, 'panic', 'use-after-free', { object: callout });
    return undefined;
  }
  return record.slot;
}

/** Whether a time is a number; if not, the run has ended. */
function isTime(
  k: Kernel,
  s: Int32Array,
  me: Context,
  operation: string,
  field: string,
  time: number,
): boolean {
  if (Number.isFinite(time)) return true;
  k.fail(s, me, 'violation', 'bad-argument', { operation, field });
  return false;
}

export function deadlineIn(
  k: Kernel,
  s: Int32Array,
  me: Context,
  { type, interval }: DeadlineIn,
): ValueId | 0 {
  if (!isTime(k, s, me, type, 'interval', interval)) return 0;
  s[me.slot + L.MOMENT] = k.values.intern(Math.max(0, interval));
  return k.nothing;
}

export function deadlineAt(
  k: Kernel,
  s: Int32Array,
  me: Context,
  { type, deadline }: DeadlineAt,
): ValueId | 0 {
  if (!isTime(k, s, me, type, 'deadline', deadline)) return 0;
  s[me.slot + L.MOMENT] = deadline === 0 ? 0 : relativeDeadline(k, s, deadline);
  return k.nothing;
}

export function remember(k: Kernel, s: Int32Array, me: Context, effect: RememberDeadline): ValueId | 0 {
  const slot = calloutSlot(k, s, me, effect.callout);
  if (slot === undefined) return 0;
  s[slot + L.CALLOUT_REMEMBERED] = effect.type === 'forgetDeadline' ? 0 : s[me.slot + L.MOMENT];
  return k.nothing;
}

export function recall(k: Kernel, s: Int32Array, me: Context, effect: RecallDeadline): ValueId | 0 {
  const slot = calloutSlot(k, s, me, effect.callout);
  if (slot === undefined) return 0;
  s[me.slot + L.MOMENT] = s[slot + L.CALLOUT_REMEMBERED];
  return s[me.slot + L.MOMENT] === 0 ? k.no : k.yes;
}

export function generation(k: Kernel, s: Int32Array, me: Context, effect: Generation): ValueId | 0 {
  const slot = calloutSlot(k, s, me, effect.callout);
  return slot === undefined ? 0 : generations(k, s, me, slot, effect);
}

/** Queues the call for the thread's moment; a moment that has passed comes at once. */
export function enter(k: Kernel, s: Int32Array, me: Context, effect: EnterCallout): ValueId | 0 {
  const slot = calloutSlot(k, s, me, effect.callout);
  if (slot === undefined) return 0;
  const moment = s[me.slot + L.MOMENT];
  if (moment === 0) {
    k.fail(s, me, 'violation', 'bad-argument', { operation: effect.type, field: 'deadline' });
    return 0;
  }
  const replaces = s[slot] !== L.IDLE;
  s[slot] = L.DELAYED;
  s[slot + L.CALLOUT_DEADLINE] = moment;
  s[slot + L.CALLOUT_PROCEDURE] = effect.procedure;
  s[slot + L.CALLOUT_ARGUMENTS] = effect.arguments;
  s[me.slot + L.MOMENT] = 0;
  enterShot(k, s, slot, me);
  return replaces ? k.yes : k.no;
}

/** Queues the call of the machine's own: it may begin at once. */
export function enterNow(k: Kernel, s: Int32Array, callout: Handle, procedure: ValueId): void {
  const { slot } = k.records.must(callout);
  s[slot] = L.READY;
  s[slot + L.CALLOUT_PROCEDURE] = procedure;
  s[slot + L.CALLOUT_ARGUMENTS] = k.noArguments;
}

function clear(s: Int32Array, slot: number): void {
  s[slot] = L.IDLE;
  s[slot + L.CALLOUT_DEADLINE] = 0;
  s[slot + L.CALLOUT_PROCEDURE] = 0;
  s[slot + L.CALLOUT_ARGUMENTS] = 0;
}

export function cancel(k: Kernel, s: Int32Array, me: Context, effect: CancelCallout): ValueId | 0 {
  const slot = calloutSlot(k, s, me, effect.callout);
  if (slot === undefined) return 0;
  const pending = s[slot] !== L.IDLE;
  clear(s, slot);
  enterShot(k, s, slot);
  return pending ? k.yes : k.no;
}

/** Whether `me` must wait until the call does not run. */
export function mustWaitForCallout(k: Kernel, s: Int32Array, me: Context, effect: WaitForCallout): boolean {
  if (mayNotWait(s, me, effect)) return false;
  const callout = k.callouts.find((c) => c.handle === effect.callout);
  return callout !== undefined && callout.workers.some((worker) => isBusy(s, worker));
}

/** XNU's message if `me` may not wait for the call, and panics. */
function mayNotWait(s: Int32Array, me: Context, effect: WaitForCallout): string | undefined {
  if (me.callout?.handle === effect.callout) {
    return 'thread_call_cancel_wait: deadlock waiting on self from inside call';
  }
  return interruptsOff(s, me) ? 'unsafe thread_call_cancel_wait' : undefined;
}

export function waitFor(k: Kernel, s: Int32Array, me: Context, effect: WaitForCallout): ValueId | 0 {
  const why = mayNotWait(s, me, effect);
  return why === undefined ? k.nothing : k.panic(s, me, why);
}

export function free(k: Kernel, s: Int32Array, me: Context, effect: FreeCallout): ValueId | 0 {
  const slot = calloutSlot(k, s, me, effect.callout);
  if (slot === undefined) return 0;
  if (s[slot] !== L.IDLE) return k.no;
  s[slot] = L.GONE;
  s[slot + L.CALLOUT_REMEMBERED] = 0;
  s[slot + L.CALLOUT_GENERATIONS] = 0;
  return k.yes;
}

const isBusy = (s: Int32Array, worker: Context): boolean =>
  !isIdle(worker, s[worker.slot + L.STATUS] & L.PHASE);

/** Whether a call is ready and this is its first free worker. */
export function canBegin(s: Int32Array, me: Context, { slot, workers }: Callout): boolean {
  return s[slot] === L.READY && workers.find((worker) => !isBusy(s, worker)) === me;
}

/** A worker takes a call that is ready. */
export function begin(k: Kernel, s: Int32Array, me: Context, { handle, slot }: Callout): void {
  const procedure = s[slot + L.CALLOUT_PROCEDURE];
  const args = s[slot + L.CALLOUT_ARGUMENTS];
  clear(s, slot);
  beginShot(k, s, slot, me);
  k.listener?.({ type: 'begun', callout: handle });
  k.enter(s, me, procedure, args);
}
