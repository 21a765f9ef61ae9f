import { UsbDevice, kIOReturnAborted, kIOReturnNoDevice, kIOReturnSuccess, kIOReturnTimeout } from 'workloop';
import { callReturns, never, scenario } from 'workloop/run';
import { Disk } from './disk';

export default scenario({
  title: {
    en: 'A copy of two blocks, canceled, too late, or cut off',
    'zh-Hans': '复制两块：被取消、超时或被拔掉',
  },
  *setup() {
    const usb = new UsbDevice({ name: 'usb', order: 'as submitted', unplugs: 'perhaps' });
    const disk = new Disk();
    yield* disk.start(usb);
    return {
      threads: {
        A: [() => disk.copy(1, 2)],
        B: [() => disk.cancel()],
      },
    };
  },
  properties: [
    callReturns('A', 0, kIOReturnSuccess, kIOReturnAborted, kIOReturnTimeout, kIOReturnNoDevice),
    callReturns('B', 0, kIOReturnSuccess),
    never(
      { en: 'two transfers in flight', 'zh-Hans': '同时有两个传输在进行' },
      (s) => s.device('usb').inFlight > 1,
    ),
  ],
});
