import { callReturns, scenario } from 'workloop/run';
import { Disk } from './disk';

export default scenario({
  title: { en: 'Nobody wakes A', 'zh-Hans': '没有人唤醒 A' },
  *setup() {
    const disk = new Disk();
    yield* disk.start();
    return { threads: { A: [() => disk.waitAnInterval(), () => disk.waitUntilADeadline()] } };
  },
  properties: [callReturns('A', 0, '1 after 0 ms'), callReturns('A', 1, '1 after 100 ms')],
});
