import { note } from '../effects/index.ts';

/**
 * Writes a line to the trace. Not a step: no other thread can come in between, and nothing a program does can depend on it.
 *
 * @param text what to say
 * @param values shown behind the text
 * @see IOLog in XNU
 * @example
 * log('submitted, with ticket', yield* usb.submit(7));
 */
export const log = (text: string, ...values: readonly unknown[]): void => note('log', text, 'point', values);
