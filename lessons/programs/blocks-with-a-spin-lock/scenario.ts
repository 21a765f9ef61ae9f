import { UsbDevice } from 'workloop';
import { inTheEnd, scenario } from 'workloop/run';
import { Disk } from './disk';

export default scenario({
  title: { en: 'A handler counts, a thread collects', 'zh-Hans': '中断处理程序计数，线程来取' },
  *setup() {
    const usb = new UsbDevice({ name: 'usb', completes: 'any time' });
    const disk = new Disk();
    yield* disk.start(usb);
    return {
      threads: { A: [() => disk.write(1), () => disk.collect()] },
      watch: { completions: disk.completions },
    };
  },
  properties: [
    inTheEnd(
      { en: 'what was collected and what is left make 1', 'zh-Hans': '取走的与剩下的加起来是 1' },
      (s) => (s.results('A')[1] ?? 0) + s.value('completions') === 1,
    ),
  ],
});
