import { UsbDevice } from 'workloop';
import { inTheEnd, noDataRace, scenario, type StateView } from 'workloop/run';
import { Disk } from '../disk';

type Counts = readonly [blocks: number, bytes: number];

const collected = (s: StateView): readonly Counts[] =>
  ['A', 'B'].map((client) => s.results<Counts>(client)[1] ?? [0, 0]);

export default scenario({
  title: { en: 'Two clients write and collect', 'zh-Hans': '两个客户端，又写又取' },
  *setup() {
    const usb = new UsbDevice({ name: 'usb', completes: 'any time' });
    const disk = new Disk();
    yield* disk.start(usb);
    return {
      threads: {
        A: [() => disk.write(1), () => disk.collect()],
        B: [() => disk.write(2), () => disk.collect()],
      },
      watch: { blocks: disk.blocks, bytes: disk.bytes },
    };
  },
  properties: [
    inTheEnd(
      { en: 'what was collected and what is left make 2 blocks', 'zh-Hans': '取走的与剩下的加起来是 2 块' },
      (s) => collected(s).reduce((sum, [blocks]) => sum + blocks, s.value<number>('blocks')) === 2,
    ),
    inTheEnd({ en: 'a block always has 512 bytes', 'zh-Hans': '每块总是 512 字节' }, (s) =>
      [...collected(s), [s.value('blocks'), s.value('bytes')] as const].every(
        ([blocks, bytes]) => bytes === blocks * 512,
      ),
    ),
    noDataRace(),
  ],
});
