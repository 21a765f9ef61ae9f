import { UsbDevice, kIOReturnSuccess } from 'workloop';
import { everyCallReturns, never, scenario } from 'workloop/run';
import { Disk } from '../disk';

export default scenario({
  title: { en: 'Writes before, during and after a reset', 'zh-Hans': '复位之前、之中、之后都有写请求' },
  *setup() {
    const usb = new UsbDevice({ name: 'usb', completes: 'any time' });
    const disk = new Disk();
    yield* disk.start(usb);
    return {
      threads: {
        A: [() => disk.write(1)],
        B: [() => disk.reset(), () => disk.write(3)],
      },
    };
  },
  properties: [
    everyCallReturns(kIOReturnSuccess),
    never(
      { en: 'a block is sent while the device resets', 'zh-Hans': '设备复位期间还有数据块发出' },
      (s) => s.device('usb').submittedWhileResetting > 0,
    ),
    never(
      { en: 'a reset loses a block', 'zh-Hans': '复位弄丢了一块' },
      (s) => s.device('usb').lostTransfers > 0,
    ),
  ],
});
