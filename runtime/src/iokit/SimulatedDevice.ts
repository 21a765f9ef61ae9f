import { ask, type Op } from '../effects/index.ts';
import { claim, giveUp } from './claims.ts';
import { Hardware } from './Hardware.ts';
import type { IOReturn } from './IOReturn.ts';
import { IOService, type IOInterruptAction } from './IOService.ts';
import type { IOSharedInterruptController } from './IOSharedInterruptController.ts';
import type { OSObject } from './OSObject.ts';
import { ThreadCall } from './threadCall.ts';

/** Simulated hardware as a provider. The hardware itself is outside the program: it moves by itself, and no program can move it. */
export class SimulatedDevice extends IOService {
  private readonly hardware: Hardware;
  /** Terminates the service when the hardware says that it was unplugged; null where that cannot be. */
  private readonly termination: ThreadCall | null;
  private readonly lines: number;
  private readonly shared: IOSharedInterruptController | null;

  /**
   * @param model which kind of hardware it is
   * @param config how this piece behaves: plain data; `unplugs` says whether it can be unplugged
   * @param lines how many interrupt lines it has
   * @param shared the line that it shares with other devices, if it does
   */
  constructor(
    model: string,
    config: Readonly<Record<string, unknown>>,
    lines: number,
    shared: IOSharedInterruptController | null = null,
  ) {
    super();
    const wiring = shared && { sharedLine: shared.connect(this, lines) };
    this.termination = (config['unplugs'] ?? 'never') === 'never' ? null : new ThreadCall('once');
    const leaving = this.termination && {
      whenUnplugged: { call: this.termination, run: [this, this.terminate] },
    };
    this.hardware = new Hardware(model, { ...config, ...wiring, ...leaving });
    this.lines = lines;
    this.shared = shared;
  }

  /** Touches the hardware: one step. */
  protected access<T>(operation: string, ...args: unknown[]): Op<T> {
    return ask({ type: 'device', device: this.hardware, operation, arguments: args });
  }

  override interruptLines(): number {
    return this.lines;
  }

  override getInterruptType(source: number): Op<number> {
    if (this.shared) return this.shared.getInterruptType(this, source);
    return ask({ type: 'interruptType', provider: this.hardware, index: source });
  }

  override registerInterrupt(source: number, target: OSObject, handler: IOInterruptAction): Op<IOReturn> {
    claim(this, source);
    if (this.shared) return this.shared.registerInterrupt(this, source, target, handler);
    return ask({
      type: 'registerInterrupt',
      provider: this.hardware,
      index: source,
      handler: [target, handler],
    });
  }

  override unregisterInterrupt(source: number): Op<IOReturn> {
    giveUp(this, source);
    if (this.shared) return this.shared.unregisterInterrupt(this, source);
    return ask({ type: 'unregisterInterrupt', provider: this.hardware, index: source });
  }

  override enableInterrupt(source: number): Op<IOReturn> {
    if (this.shared) return this.shared.enableInterrupt(this, source);
    return ask({ type: 'enableInterrupt', provider: this.hardware, index: source });
  }

  override disableInterrupt(source: number): Op<IOReturn> {
    if (this.shared) return this.shared.disableInterrupt(this, source);
    return ask({ type: 'disableInterrupt', provider: this.hardware, index: source });
  }
}
