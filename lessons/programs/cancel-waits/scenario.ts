import { UsbDevice } from 'workloop';
import { callReturns, scenario } from 'workloop/run';
import { Disk } from './disk';

export default scenario({
  title: { en: 'A copies three blocks, B cancels', 'zh-Hans': 'A 复制三块，B 来取消' },
  *setup() {
    const usb = new UsbDevice({ name: 'usb' });
    const disk = new Disk();
    yield* disk.start(usb);
    return { threads: { A: [() => disk.copy(3)], B: [() => disk.cancel()] } };
  },
  // en: B gets in before the first block or after the last one, never between.
  // zh: B 要么在第一块之前进来，要么在最后一块之后，从不在中间。
  properties: [callReturns('B', 0, 0, 3)],
});
