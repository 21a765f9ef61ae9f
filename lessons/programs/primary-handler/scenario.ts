import { UsbDevice } from 'workloop';
import { noDataRace, scenario } from 'workloop/run';
import { Disk } from './disk';

export default scenario({
  title: { en: 'A handler counts, a gated action collects', 'zh-Hans': '中断处理程序计数，动作例程来取' },
  *setup() {
    const usb = new UsbDevice({ name: 'usb', completes: 'any time' });
    const disk = new Disk();
    yield* disk.start(usb);
    return {
      threads: { A: [() => disk.write(1), () => disk.collect()] },
      watch: { completions: disk.completions },
    };
  },
  properties: [noDataRace()],
});
