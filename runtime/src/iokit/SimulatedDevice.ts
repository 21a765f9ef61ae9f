import { ask, create, type Op } from '../effects/index.ts';
import type { IOReturn } from './IOReturn.ts';
import { IOService, type IOInterruptAction } from './IOService.ts';
import type { OSObject } from './OSObject.ts';

/** The kernel's record of a piece of hardware: registers that a driver touches, and interrupt lines. */
class Hardware {
  constructor(model: string, config: unknown) {
    create(this, { type: 'create', kind: 'device', model, config });
  }
}

/** Simulated hardware as a provider. The hardware itself is outside the program: it moves by itself, and no program can move it. */
export class SimulatedDevice extends IOService {
  private readonly hardware: object;
  private readonly lines: number;

  /**
   * @param model which kind of hardware it is
   * @param config how this piece behaves: plain data
   * @param lines how many interrupt lines it has
   */
  constructor(model: string, config: Readonly<Record<string, unknown>>, lines: number) {
    super();
    this.hardware = new Hardware(model, config);
    this.lines = lines;
  }

  /** Touches the hardware: one step. */
  protected access<T>(operation: string, ...args: unknown[]): Op<T> {
    return ask({ type: 'device', device: this.hardware, operation, arguments: args });
  }

  override interruptLines(): number {
    return this.lines;
  }

  override getInterruptType(source: number): Op<number> {
    return ask({ type: 'interruptType', provider: this.hardware, index: source });
  }

  override registerInterrupt(source: number, target: OSObject, handler: IOInterruptAction): Op<IOReturn> {
    return ask({
      type: 'registerInterrupt',
      provider: this.hardware,
      index: source,
      handler: [target, handler],
    });
  }

  override unregisterInterrupt(source: number): Op<IOReturn> {
    return ask({ type: 'unregisterInterrupt', provider: this.hardware, index: source });
  }

  override enableInterrupt(source: number): Op<IOReturn> {
    return ask({ type: 'enableInterrupt', provider: this.hardware, index: source });
  }

  override disableInterrupt(source: number): Op<IOReturn> {
    return ask({ type: 'disableInterrupt', provider: this.hardware, index: source });
  }
}
