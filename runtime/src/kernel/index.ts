export { BOOT, ClockRead, nextToExpire } from './clock.ts';
export { isIdle, type Call, type Context, type Guard } from './contexts.ts';
export type { DeviceHooks, DeviceModel, DeviceMove } from './device.ts';
export { deviceMoves, deviceView, type Device } from './devices.ts';
export { canStep, enabled, guardHolds, isMayStep } from './enabled.ts';
export { Exchange, type Places } from './exchange.ts';
export type { KernelEvent } from './events.ts';
export type { KernelFailure } from './failure.ts';
export { isPending, type Line } from './interrupts.ts';
export { Kernel, type KernelOptions, type PackedChoice } from './kernel.ts';
export * as layout from './layout.ts';
export { ownerOf } from './mutexes.ts';
export { nameWorkers } from './nameWorkers.ts';
export { inMidCall, isDone, plainAccess } from './pending.ts';
export { isPreempted } from './preemption.ts';
export { drains } from './drains.ts';
export { isReturning } from './flush.ts';
export { interruptsOff } from './spinLocks.ts';
export {
  anyWaits,
  FLUSH,
  isBuffered,
  isFlush,
  MOST_WAITING,
  waitingStores,
  type StoreBuffers,
  type Waiting,
} from './storeBuffers.ts';
export { mustNotBlock } from './waits.ts';
export type { KernelRecord } from './records.ts';
