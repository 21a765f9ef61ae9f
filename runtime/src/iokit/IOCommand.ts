import { OSObject } from './OSObject.ts';

/**
 * A command of a driver, kept in a pool while nobody uses it; subclass it.
 *
 * @see IOCommand in XNU
 * @example
 * class Transfer extends IOCommand {
 *   readonly block = cell(0);
 * }
 * const pool = yield* IOCommandPool.withWorkLoop(loop);
 * const transfer = new Transfer();
 * yield* pool.returnCommand(transfer);
 * yield* pool.getCommand(); // transfer
 */
export class IOCommand extends OSObject {}
