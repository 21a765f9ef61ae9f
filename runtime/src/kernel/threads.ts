import type { AbortThread, Handle, StartThread, TerminateThread, ValueId } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';
import { blocksAtInterruptLevel, mustNotBlock } from './waits.ts';
import { THREAD_INTERRUPTED, wake } from './wake.ts';

/** kernel_thread_start. In setup the thread waits until setup is over (`Kernel.afterSetup`). */
export function start(k: Kernel, s: Int32Array, me: Context, effect: StartThread): ValueId | 0 {
  if (mustNotBlock(k, s, me)) return blocksAtInterruptLevel(k, s, me);
  const { call, made } = k.maker(s, me);
  const inSetup = me === k.setup;
  const name = inSetup ? k.freeName(effect.label) : `${effect.label} ${me.name}/${call}/${made}`;
  const thread = k.addContext('daemon', name);
  if (!k.fits(s, me)) return 0;
  s[me.slot + L.CALL] += 1;
  k.listener?.({ type: 'threadStarted', context: thread.index });
  if (inSetup) k.afterSetup.push(() => begin(k, s, thread, effect));
  else begin(k, s, thread, effect);
  return thread.value;
}

/** One that was terminated before it began never does. */
function begin(k: Kernel, s: Int32Array, thread: Context, { body, arguments: args }: StartThread): void {
  if (s[thread.slot + L.STATUS] & L.TERMINATED) k.finish(s, thread);
  else k.enter(s, thread, body, args);
}

function target(k: Kernel, s: Int32Array, me: Context, thread: Handle): Context | undefined {
  const c = k.contextOf(thread);
  if (c?.kind === 'client' || c?.kind === 'daemon' || c?.kind === 'callout') return c;
  k.fail(s, me, 'violation', 'not-a-thread');
  return undefined;
}

/** Sticky: every interruptible wait from now on is refused; the present one ends. Unwinds nothing. */
export function terminate(k: Kernel, s: Int32Array, me: Context, effect: TerminateThread): ValueId | 0 {
  const c = target(k, s, me, effect.thread);
  if (!c) return 0;
  s[c.slot + L.STATUS] |= L.TERMINATED;
  k.listener?.({ type: 'threadTerminated', context: c.index });
  if (s[c.slot + L.STATUS] & (L.ABORTSAFE | L.INTERRUPTIBLE)) wake(k, s, c, THREAD_INTERRUPTED);
  if (s[c.slot + L.STATUS] & L.FRESH) k.finish(s, c);
  return k.nothing;
}

/** One shot: ends the present THREAD_ABORTSAFE wait, or refuses the next one. */
export function abort(k: Kernel, s: Int32Array, me: Context, effect: AbortThread): ValueId | 0 {
  const c = target(k, s, me, effect.thread);
  if (!c) return 0;
  k.listener?.({ type: 'threadAborted', context: c.index });
  if (s[c.slot + L.STATUS] & L.ABORTSAFE) wake(k, s, c, THREAD_INTERRUPTED);
  else s[c.slot + L.STATUS] |= L.ABORTED;
  return k.nothing;
}
