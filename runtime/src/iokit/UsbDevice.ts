import type { Op } from '../effects/index.ts';
import type { IOSharedInterruptController } from './IOSharedInterruptController.ts';
import { SimulatedDevice } from './SimulatedDevice.ts';

/** Whether something that the hardware can do happens for certain, perhaps, or never. It may happen at any time. */
export type Happens = 'any time' | 'perhaps' | 'never';

/** How a simulated USB disk behaves. */
export interface UsbDeviceConfig {
  /** What traces and properties call it. */
  readonly name: string;
  /** Whether transfers complete; 'any time' if left out. */
  readonly completes?: Happens;
  /** Whether they complete in the order in which they were submitted; 'any' if left out. */
  readonly order?: 'any' | 'as submitted';
  /** Whether a reset ends; 'any time' if left out. */
  readonly resets?: Happens;
  /** Whether somebody pulls it out: it terminates itself then, and the driver with it. 'never' if left out. */
  readonly unplugs?: Happens;
  /** Its interrupt line: a pulse for every event ('edge', if left out), or up until the driver has seen all of them ('level'). */
  readonly line?: 'edge' | 'level';
}

const defaults = {
  completes: 'any time',
  order: 'any',
  resets: 'any time',
  unplugs: 'never',
  line: 'edge',
} as const;

/**
 * A simulated USB disk that copies blocks. It has one interrupt line, 0, raised when a transfer completes and when a reset ends.
 * One that is unplugged copies nothing any more, raises nothing, and is terminated by a thread of the kernel's: see `IOService.terminate`.
 *
 * Made in a scenario's `setup`, and given to a driver's `start`.
 * @example
 * const disk = new UsbDevice({ name: 'disk', completes: 'any time' });
 * // Thread A:
 * yield* disk.submit(7); // 1
 */
export class UsbDevice extends SimulatedDevice {
  /**
   * @param config how it behaves
   * @param sharedLine the line that it shares with other devices, if it does: a 'level' then
   */
  constructor(config: UsbDeviceConfig, sharedLine: IOSharedInterruptController | null = null) {
    const wired = sharedLine && { line: 'level' };
    super('usb', { ...defaults, ...config, ...wired }, 1, sharedLine);
  }

  /**
   * Starts to copy a block, and returns at once.
   *
   * @param block which block, a number
   * @returns the transfer's ticket: the lowest from 1 that is not in use; 0 if all 16 are, or if the disk was unplugged. A ticket is in use
   * until `nextCompleted` has returned it, or a reset has dropped it. What is submitted during a reset is lost.
   * @example
   * yield* usb.submit(7); // 1
   * yield* usb.submit(8); // 2
   */
  submit(block: number): Op<number> {
    return this.access('submit', block);
  }

  /**
   * Takes a transfer that has completed.
   *
   * @returns its ticket, the lowest first, or the first that was submitted where they complete in that order; 0 if there is none, as after
   * an unplug, which drops them all
   * @example
   * yield* usb.submit(7); // 1
   * yield* usb.nextCompleted(); // 0 or 1
   */
  nextCompleted(): Op<number> {
    return this.access('nextCompleted');
  }

  /**
   * Begins a reset: every transfer in flight is lost and will never complete. The interrupt line says when it is over. Nothing
   * after an unplug.
   *
   * @example
   * yield* usb.submit(7);
   * yield* usb.startReset();
   * yield* usb.resetDone(); // false or true
   */
  startReset(): Op {
    return this.access('startReset');
  }

  /**
   * Whether no reset is under way. Tells a 'level' line that the driver has seen the end.
   *
   * @example
   * yield* usb.resetDone(); // true
   */
  resetDone(): Op<boolean> {
    return this.access('resetDone');
  }
}
