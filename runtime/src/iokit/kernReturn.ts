/** What Mach calls return: 0 for success, else a small positive number. Not an IOReturn. */
export type kern_return_t = number;

/** 0: it worked. */
export const KERN_SUCCESS: kern_return_t = 0;
/** 14: the thread was aborted while it waited. */
export const KERN_ABORTED: kern_return_t = 14;
/** 37: what it waited for has gone. */
export const KERN_TERMINATED: kern_return_t = 37;
/** 42: the semaphore was destroyed while it waited. */
export const KERN_SEMAPHORE_DESTROYED: kern_return_t = 42;
/** 48: a wakeup found nobody. */
export const KERN_NOT_WAITING: kern_return_t = 48;
/** 49: it took too long, or would have to wait and must not. */
export const KERN_OPERATION_TIMED_OUT: kern_return_t = 49;
