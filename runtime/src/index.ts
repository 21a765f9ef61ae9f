export type { Op } from './effects/index.ts';
export * from './iokit/atomics.ts';
export * from './iokit/fence.ts';
export { atomic, cell, list, unsynchronized, type Cell } from './iokit/cell.ts';
export * from './iokit/clock.ts';
export type { Event } from './iokit/event.ts';
export { IOCommand } from './iokit/IOCommand.ts';
export { IOCommandGate } from './iokit/IOCommandGate.ts';
export { IOCommandPool } from './iokit/IOCommandPool.ts';
export { IOCommandQueue, type IOCommandQueueAction } from './iokit/IOCommandQueue.ts';
export { IOConditionLock } from './iokit/IOConditionLock.ts';
export { IODataQueue } from './iokit/IODataQueue.ts';
export { IOEventSource } from './iokit/IOEventSource.ts';
export {
  IOFilterInterruptEventSource,
  type IOFilterInterruptAction,
} from './iokit/IOFilterInterruptEventSource.ts';
export { IOInterruptEventSource, type IOInterruptEventAction } from './iokit/IOInterruptEventSource.ts';
export {
  IOLockAlloc,
  IOLockFree,
  IOLockLock,
  IOLockSleep,
  IOLockSleepDeadline,
  IOLockTryLock,
  IOLockUnlock,
  IOLockWakeup,
  type IOLock,
} from './iokit/IOLock.ts';
export {
  IORecursiveLockAlloc,
  IORecursiveLockFree,
  IORecursiveLockHaveLock,
  IORecursiveLockLock,
  IORecursiveLockSleep,
  IORecursiveLockSleepDeadline,
  IORecursiveLockTryLock,
  IORecursiveLockUnlock,
  IORecursiveLockWakeup,
  type IORecursiveLock,
} from './iokit/IORecursiveLock.ts';
export * from './iokit/IOReturn.ts';
export {
  IORWLockAlloc,
  IORWLockFree,
  IORWLockRead,
  IORWLockTryRead,
  IORWLockTryWrite,
  IORWLockUnlock,
  IORWLockWrite,
  type IORWLock,
} from './iokit/IORWLock.ts';
export {
  IOService,
  kIOInterruptTypeEdge,
  kIOInterruptTypeLevel,
  type IOInterruptAction,
} from './iokit/IOService.ts';
export { IOSharedDataQueue, type IODataQueueEntry } from './iokit/IOSharedDataQueue.ts';
export { IOSyncer } from './iokit/IOSyncer.ts';
export {
  IOSimpleLockAlloc,
  IOSimpleLockFree,
  IOSimpleLockLock,
  IOSimpleLockLockDisableInterrupt,
  IOSimpleLockTryLock,
  IOSimpleLockUnlock,
  IOSimpleLockUnlockEnableInterrupt,
  type IOInterruptState,
  type IOSimpleLock,
} from './iokit/IOSimpleLock.ts';
export { IOTimerEventSource, type IOTimerEventAction } from './iokit/IOTimerEventSource.ts';
export { IOSharedInterruptController } from './iokit/IOSharedInterruptController.ts';
export { IOWorkLoop, kPreciousStack, kTimeLockPanics } from './iokit/IOWorkLoop.ts';
export * from './iokit/kernReturn.ts';
export { log } from './iokit/log.ts';
export type { Method } from './iokit/method.ts';
export { OSObject } from './iokit/OSObject.ts';
export { panic } from './iokit/panic.ts';
export {
  semaphore_create,
  semaphore_destroy,
  semaphore_signal,
  semaphore_timedwait,
  semaphore_wait,
  type semaphore_t,
} from './iokit/semaphore.ts';
export * from './iokit/thread.ts';
export * from './iokit/timerOptions.ts';
export { UsbDevice, type Happens, type UsbDeviceConfig } from './iokit/UsbDevice.ts';
export * from './iokit/waitResult.ts';
