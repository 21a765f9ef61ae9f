import { ask, refuse, type Op } from '../effects/index.ts';

/**
 * Ends the run as the kernel does: nothing catches it.
 *
 * @param message the kernel's own message
 * @see panic in XNU
 * @example
 * yield* panic('the disk is on fire'); // panics: "the disk is on fire"
 */
export const panic = (message: string): Op<never> => ask({ type: 'panic', message });

/** No rule that the program broke: the agent makes the effect of it that `panic` asks for. */
const kPanic = 'panic';

/** Panics where nothing can be asked: in a factory that is no operation. The run ends with the thread's next step. */
export const panicAtOnce = (message: string): never => refuse(kPanic, { message });

/** Panics as reading through a NULL pointer does. `where` is the function that reads, e.g. `IOEventSource::closeGate`. */
export const nullRead = (where: string): Op<never> => panic(`page fault: NULL read in ${where}`);
