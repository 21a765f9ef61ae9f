// caught by: two-clients as data-race
import {
  IOService,
  IOSimpleLockAlloc,
  IOSimpleLockLock,
  IOSimpleLockLockDisableInterrupt,
  IOSimpleLockUnlock,
  IOSimpleLockUnlockEnableInterrupt,
  cell,
  type Op,
  type UsbDevice,
} from 'workloop';

const BLOCK = 512;

export class Disk extends IOService {
  private usb!: UsbDevice;
  private readonly lock = IOSimpleLockAlloc();
  readonly blocks = cell(0);
  readonly bytes = cell(0);
  private readonly taken = cell(0);

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
    const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.lock);
    yield* this.taken.set(yield* this.blocks.get());
    yield* this.blocks.set(0);
    yield* this.bytes.set(0);
    yield* IOSimpleLockUnlockEnableInterrupt(this.lock, interrupts);
    const blocks = yield* this.taken.get();
    return [blocks, blocks * BLOCK];
  }

  private *handler(): Op {
    while ((yield* this.usb.nextCompleted()) !== 0) {
      yield* IOSimpleLockLock(this.lock);
      yield* this.blocks.set((yield* this.blocks.get()) + 1);
      yield* this.bytes.set((yield* this.bytes.get()) + BLOCK);
      yield* IOSimpleLockUnlock(this.lock);
    }
  }
}
