import { UsbDevice, kIOReturnSuccess } from 'workloop';
import { everyCallReturns, never, scenario } from 'workloop/run';
import { Disk } from './disk';

export default scenario({
  title: { en: 'The loop writes while the device resets', 'zh-Hans': '设备复位时，工作环来写' },
  *setup() {
    const usb = new UsbDevice({ name: 'usb', completes: 'any time' });
    const disk = new Disk();
    yield* disk.start(usb);
    return { threads: { A: [() => disk.reset()], B: [() => disk.writeBoth(7)] } };
  },
  properties: [
    everyCallReturns(kIOReturnSuccess),
    never(
      { en: 'a block is sent while the device resets', 'zh-Hans': '设备复位期间还有数据块发出' },
      (s) => s.device('usb').submittedWhileResetting > 0,
    ),
  ],
});
