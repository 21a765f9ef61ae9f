// caught by: two-clients as property
import {
  type Cell,
  atomic,
  OSCompareAndSwap,
  OSAddAtomic,
  OSIncrementAtomic,
  IOService,
  type Op,
  type UsbDevice,
} from 'workloop';

const BLOCK = 512;

export class Disk extends IOService {
  private usb!: UsbDevice;
  readonly blocks = atomic(0);
  readonly bytes = atomic(0);

  override *start(usb: UsbDevice): Op<boolean> {
    this.usb = usb;
    yield* usb.registerInterrupt(0, this, this.handler);
    yield* usb.enableInterrupt(0);
    return true;
  }

  *write(block: number): Op {
    yield* this.usb.submit(block);
  }

  *collect(): Op<readonly [blocks: number, bytes: number]> {
    const blocks = yield* this.take(this.blocks);
    const bytes = yield* this.take(this.bytes);
    return [blocks, bytes];
  }

  private *take(count: Cell<number>): Op<number> {
    while (true) {
      const taken = yield* count.get();
      if (yield* OSCompareAndSwap(taken, 0, count)) return taken;
    }
  }

  private *handler(): Op {
    while ((yield* this.usb.nextCompleted()) !== 0) {
      yield* OSIncrementAtomic(this.blocks);
      yield* OSAddAtomic(BLOCK, this.bytes);
    }
  }
}
