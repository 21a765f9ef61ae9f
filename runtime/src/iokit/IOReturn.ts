/** What most of IOKit returns: 0 for success, else a negative number that prints as 0xe0000…. Not what a sleep returns: see THREAD_AWAKENED. */
export type IOReturn = number;

const common = (code: number): IOReturn => (0x38 << 26) | code;

/** 0: it worked. */
export const kIOReturnSuccess: IOReturn = 0;
/** 0xe00002bc: general error. */
export const kIOReturnError = common(0x2bc);
/** 0xe00002bd: memory could not be had. */
export const kIOReturnNoMemory = common(0x2bd);
/** 0xe00002be: something else is missing, such as a timer's action. */
export const kIOReturnNoResources = common(0x2be);
/** 0xe00002c0: there is no such device, or no longer. */
export const kIOReturnNoDevice = common(0x2c0);
/** 0xe00002c2: an argument is wrong, such as a NULL action. */
export const kIOReturnBadArgument = common(0x2c2);
/** 0xe00002c5: somebody else has it for himself. */
export const kIOReturnExclusiveAccess = common(0x2c5);
/** 0xe00002c7: not supported. */
export const kIOReturnUnsupported = common(0x2c7);
/** 0xe00002cc: the lock is taken, and the caller asked not to wait. */
export const kIOReturnCannotLock = common(0x2cc);
/** 0xe00002d5: the device is busy. */
export const kIOReturnBusy = common(0x2d5);
/** 0xe00002d6: it took too long. */
export const kIOReturnTimeout = common(0x2d6);
/** 0xe00002d8: not ready; from a command gate: it has no work loop. */
export const kIOReturnNotReady = common(0x2d8);
/** 0xe00002df: no such interrupt. */
export const kIOReturnNoInterrupt = common(0x2df);
/** 0xe00002e2: not permitted; from `attemptAction`: the command gate is disabled. */
export const kIOReturnNotPermitted = common(0x2e2);
/** 0xe00002e8: data came faster than it was taken. */
export const kIOReturnOverrun = common(0x2e8);
/** 0xe00002eb: given up, such as a call that waited at a command gate when it was removed. */
export const kIOReturnAborted = common(0x2eb);
/** 0xe00002f0: not found. */
export const kIOReturnNotFound = common(0x2f0);
/** 0xe0000001: should never be seen. */
export const kIOReturnInvalid = common(0x1);
