/** The highest priority of the kernel thread that runs the action. */
export const kIOTimerEventSourceOptionsPriorityHigh = 0x0;
/** The default priority. */
export const kIOTimerEventSourceOptionsPriorityKernelHigh = 0x1;
/** A lower priority. */
export const kIOTimerEventSourceOptionsPriorityKernel = 0x2;
/** The priority of user threads. */
export const kIOTimerEventSourceOptionsPriorityUser = 0x3;
/** The lowest priority. */
export const kIOTimerEventSourceOptionsPriorityLow = 0x4;
/** The work loop's own thread runs the action. */
export const kIOTimerEventSourceOptionsPriorityWorkLoop = 0xff;
/** The bits of the options that are the priority. */
export const kIOTimerEventSourceOptionsPriorityMask = 0xff;
/** The action may run again while it runs: it sleeps in the gate, and the time that it set has come. */
export const kIOTimerEventSourceOptionsAllowReenter = 0x100;
/** What a timer is made with if nothing is said. */
export const kIOTimerEventSourceOptionsDefault = kIOTimerEventSourceOptionsPriorityKernelHigh;

/** For `setTimeout` and `wakeAtTime`: the third argument says by how much the timer may be late. */
export const kIOTimeOptionsWithLeeway = 0x20;
/** For `setTimeout` and `wakeAtTime`: time goes on while the machine sleeps. */
export const kIOTimeOptionsContinuous = 0x100;
