import { UsbDevice } from 'workloop';
import { never, scenario } from 'workloop/run';
import { Disk } from './disk';

export default scenario({
  title: {
    en: 'A handler counts two things, a thread reads both',
    'zh-Hans': '中断处理程序记两个数，线程来读',
  },
  *setup() {
    const usb = new UsbDevice({ name: 'usb', completes: 'any time' });
    const disk = new Disk();
    yield* disk.start(usb);
    return {
      threads: { A: [() => disk.write(1), () => disk.counts()] },
      watch: { blocks: disk.blocks, bytes: disk.bytes },
    };
  },
  properties: [
    never({ en: 'a block with less than 512 bytes is read', 'zh-Hans': '读到一块不足 512 字节的数据' }, (s) =>
      s.results<readonly number[]>('A').some((counts) => counts?.join() === '1,0'),
    ),
  ],
});
