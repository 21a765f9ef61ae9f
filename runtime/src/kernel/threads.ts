import type { AbortThread, Handle, StartThread, TerminateThread, ValueId } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';
import { THREAD_INTERRUPTED, wake } from './wake.ts';

/** kernel_thread_start. In setup the thread waits until setup is over (`Kernel.afterSetup`). */
export function start(k: Kernel, s: Int32Array, me: Context, effect: StartThread): ValueId | 0 {
  const maker = k.maker(s, me);
  const name = me.name === 'setup' ? effect.label : `${effect.label} ${me.name}/${maker.call}/${maker.made}`;
  const taken = k.contexts.some((c) => c.name === name && (s[c.slot + L.STATUS] & L.PHASE) !== L.ABSENT);
  const thread = k.addContext('daemon', taken ? `${name} ${k.contexts.length}` : name);
  s[me.slot + L.CALL] += 1;
  k.listener?.({ type: 'threadStarted', context: thread.index });
  if (me.name === 'setup') k.setPhase(s, thread, L.RUNNING);
  if (me.name === 'setup') k.afterSetup.push(() => k.enter(s, thread, effect.body, effect.arguments));
  else k.enter(s, thread, effect.body, effect.arguments);
  return k.handleValue(thread.handle);
}

function target(k: Kernel, s: Int32Array, me: Context, thread: Handle): Context | undefined {
  const c = k.contextOf(thread);
  if (!c) k.fail(s, me, 'violation', 'not-a-thread');
  return c;
}

/** Sticky: every interruptible wait from now on is refused; the present one ends. Unwinds nothing. */
export function terminate(k: Kernel, s: Int32Array, me: Context, effect: TerminateThread): ValueId | 0 {
  const c = target(k, s, me, effect.thread);
  if (!c) return 0;
  s[c.slot + L.STATUS] |= L.TERMINATED;
  k.listener?.({ type: 'threadTerminated', context: c.index });
  if (s[c.slot + L.STATUS] & (L.ABORTSAFE | L.INTERRUPTIBLE)) wake(k, s, c, THREAD_INTERRUPTED);
  if (s[c.slot + L.STATUS] & L.FRESH) k.finish(s, c);
  return k.values.intern(undefined);
}

/** One shot: ends the present THREAD_ABORTSAFE wait, or refuses the next one. */
export function abort(k: Kernel, s: Int32Array, me: Context, effect: AbortThread): ValueId | 0 {
  const c = target(k, s, me, effect.thread);
  if (!c) return 0;
  k.listener?.({ type: 'threadAborted', context: c.index });
  if (s[c.slot + L.STATUS] & L.ABORTSAFE) wake(k, s, c, THREAD_INTERRUPTED);
  else s[c.slot + L.STATUS] |= L.ABORTED;
  return k.values.intern(undefined);
}
