/**
 * What can take a step. A client must finish; a daemon (the work loop's own thread, one that a driver made) need not, nor a callout
 * (a kernel thread that runs a thread call); the rest is the environment: an interrupt line's handler, a simulated device, the clock.
 */
export type ContextKind = 'client' | 'daemon' | 'callout' | 'interrupt' | 'device' | 'clock';
