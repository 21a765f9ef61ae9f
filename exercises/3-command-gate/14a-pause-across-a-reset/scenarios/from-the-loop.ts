import { UsbDevice, kIOReturnSuccess } from 'workloop';
import { everyCallReturns, inTheEnd, never, scenario } from 'workloop/run';
import { Disk } from '../disk';

export default scenario({
  title: { en: 'The work loop has a block to send, too', 'zh-Hans': '工作环自己也有一块要发' },
  *setup() {
    const usb = new UsbDevice({ name: 'usb', completes: 'any time' });
    const disk = new Disk();
    yield* disk.start(usb);
    return {
      threads: {
        A: [() => disk.write(1), () => disk.write(2)],
        B: [() => disk.writeLater(5), () => disk.reset()],
      },
      watch: { later: disk.later },
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
    inTheEnd(
      { en: 'the block that was left for later has been sent', 'zh-Hans': '留到以后的那一块已经发出' },
      (s) => s.value('later') === 0,
    ),
  ],
});
