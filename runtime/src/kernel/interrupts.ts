import type {
  Handle,
  InterruptControl,
  InterruptType,
  RegisterInterrupt,
  ValueId,
} from '../effects/index.ts';
import { HandleValue, ProcedureValue } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';

const kIOReturnSuccess = 0;
const kIOReturnNoResources = -536870210;
const kIOReturnNoInterrupt = -536870177;

/** One interrupt line of a device, with the context its handler runs in. */
export interface Line {
  readonly handle: Handle;
  readonly slot: number;
  readonly type: 'edge' | 'level';
  readonly device: Handle;
  readonly index: number;
  readonly context: Context;
  /** Lines of other devices that hold this one up. */
  readonly wired: Line[];
}

export function lineOf(k: Kernel, device: Handle, index: number): Line | undefined {
  for (const line of k.lines) if (line.device === device && line.index === index) return line;
  return undefined;
}

/** The edge is latched once; a level stays until it is lowered. */
export function raise(k: Kernel, s: Int32Array, line: Line): void {
  k.listener?.({ type: 'raised', line: line.handle });
  // an edge on a line that nobody registered is lost, as on a vector without a handler
  if (line.type === 'edge' && !(s[line.slot] & L.REGISTERED)) return;
  s[line.slot] |= L.PENDING;
}

export function lower(s: Int32Array, line: Line): void {
  if (line.type === 'level') s[line.slot] &= ~L.PENDING;
}

/** Whether a delivery may start once no handler is in flight: registered, unmasked, pending. */
export function canDeliver(s: Int32Array, line: Line): boolean {
  const wanted = L.REGISTERED | L.ENABLED;
  return (s[line.slot] & wanted) === wanted && isPending(s, line);
}

/** Latched or up, by itself or by what is wired to it. */
export function isPending(s: Int32Array, line: Line): boolean {
  return (s[line.slot] & L.PENDING) !== 0 || line.wired.some((other) => (s[other.slot] & L.PENDING) !== 0);
}

/** The trace point around the handler of a line: its vector, the handler, the target, and whose line it is. */
export function traceHandler(k: Kernel, s: Int32Array, me: Context, phase: 'start' | 'end'): void {
  if (!me.line || !k.listener) return;
  const handler = k.values.get(s[me.line.slot + L.LINE_HANDLER]);
  const target = handler instanceof ProcedureValue ? handler.self : null;
  const values = [me.line.index, handler, target, new HandleValue(me.line.device)];
  const entry = { kind: 'tracePoint', name: 'IOINTC_HANDLER', phase, values } as const;
  k.listener({ type: 'note', context: me.index, entry });
}

/** The line's handler starts, in a context of its own. */
export function deliver(k: Kernel, s: Int32Array, me: Context): void {
  const { line } = me;
  if (!line) throw new Error('internal bug: an interrupt context without a line');
  if (line.type === 'edge') s[line.slot] &= ~L.PENDING;
  k.listener?.({ type: 'delivered', line: line.handle });
  traceHandler(k, s, me, 'start');
  k.enter(s, me, s[line.slot + L.LINE_HANDLER]);
}

/** IOInterruptController::registerInterrupt: a vector has one handler here, and starts masked. */
export function register(k: Kernel, s: Int32Array, effect: RegisterInterrupt): ValueId | 0 {
  const line = lineOf(k, effect.provider, effect.index);
  if (!line) return k.values.intern(kIOReturnNoInterrupt);
  if (s[line.slot] & L.REGISTERED) return k.values.intern(kIOReturnNoResources);
  s[line.slot] = (s[line.slot] & L.PENDING) | L.REGISTERED;
  s[line.slot + L.LINE_HANDLER] = effect.handler;
  return k.values.intern(kIOReturnSuccess);
}

/** Unregister, unmask, mask. */
export function control(k: Kernel, s: Int32Array, effect: InterruptControl): ValueId {
  const line = lineOf(k, effect.provider, effect.index);
  if (!line || !(s[line.slot] & L.REGISTERED)) return k.values.intern(kIOReturnNoInterrupt);
  if (effect.type === 'enableInterrupt') s[line.slot] |= L.ENABLED;
  else s[line.slot] &= ~L.ENABLED;
  k.listener?.({ type: effect.type === 'enableInterrupt' ? 'unmasked' : 'masked', line: line.handle });
  if (effect.type === 'unregisterInterrupt') {
    s[line.slot] &= line.type === 'level' ? L.PENDING : 0;
    s[line.slot + L.LINE_HANDLER] = 0;
  }
  return k.values.intern(kIOReturnSuccess);
}

/** disableInterrupt and unregisterInterrupt wait, from a thread, until the handler in flight has returned. */
export function mustWaitForHandler(k: Kernel, s: Int32Array, me: Context, effect: InterruptControl): boolean {
  const line = lineOf(k, effect.provider, effect.index);
  if (!line || effect.type === 'enableInterrupt' || me.kind === 'interrupt') return false;
  return (s[line.context.slot + L.STATUS] & L.PHASE) === L.RUNNING;
}

export function type(k: Kernel, effect: InterruptType): ValueId {
  const line = lineOf(k, effect.provider, effect.index);
  return k.values.intern(line ? (line.type === 'level' ? 1 : 0) : -1);
}
