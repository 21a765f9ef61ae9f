import { ask, type Op } from '../effects/index.ts';

/**
 * Ends the run as the kernel does: nothing catches it.
 *
 * @param message the kernel's own message
 * @see panic in XNU
 */
export const panic = (message: string): Op<never> => ask({ type: 'panic', message });

/** Panics as reading through a NULL pointer does. `where` is the function that reads, e.g. `IOEventSource::closeGate`. */
export const nullRead = (where: string): Op<never> => panic(`page fault: NULL read in ${where}`);
