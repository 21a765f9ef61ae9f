import { IOService, cell, type Op } from 'workloop';

export class Fan extends IOService {
  readonly rpm = cell(1200);

  *speed(): Op<number> {
    return yield* this.rpm.get();
  }
}
