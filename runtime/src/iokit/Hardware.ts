import { create } from '../effects/index.ts';

/** The kernel's record of a piece of hardware: registers that a driver touches, and interrupt lines. */
export class Hardware {
  constructor(model: string, config: unknown) {
    create(this, { type: 'create', kind: 'device', model, config });
  }
}
