import { UsbDevice, kIOReturnAborted, kIOReturnSuccess } from 'workloop';
import { callReturns, inTheEnd, scenario } from 'workloop/run';
import { Copy } from '../copy';
import { Disk } from '../disk';

export default scenario({
  title: { en: 'Two copies, one of them canceled', 'zh-Hans': '先后两次复制，其中一次被取消' },
  *setup() {
    const usb = new UsbDevice({ name: 'usb' });
    const disk = new Disk();
    yield* disk.start(usb);
    const first = new Copy(disk);
    const second = new Copy(disk);
    return {
      threads: { A: [() => first.run(1, 2), () => second.run(1, 1)], B: [() => first.cancel()] },
      watch: { blocks: disk.blocks },
    };
  },
  properties: [
    callReturns('A', 0, kIOReturnSuccess, kIOReturnAborted),
    callReturns('A', 1, kIOReturnSuccess),
    inTheEnd(
      {
        en: 'the first copy says success exactly if all its blocks were written, and the second one is whole',
        'zh-Hans': '第一次复制正好在每块都写好时才报告成功，第二次复制是完整的',
      },
      (s) => {
        const all = s.value('blocks') === 3;
        return all === (s.results('A')[0] === kIOReturnSuccess) && s.value('blocks') >= 1;
      },
    ),
  ],
});
