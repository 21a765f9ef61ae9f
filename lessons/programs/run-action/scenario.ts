import { UsbDevice } from 'workloop';
import { everyCallReturns, inTheEnd, scenario } from 'workloop/run';
import { Disk } from './disk';

export default scenario({
  title: { en: 'Two ways into one gate', 'zh-Hans': '进入同一把门锁的两条路' },
  *setup() {
    const usb = new UsbDevice({ name: 'usb', completes: 'any time' });
    const disk = new Disk();
    yield* disk.start(usb);
    return {
      threads: { A: [() => disk.write(1)], B: [() => disk.writeThroughGate(2)] },
      watch: { inFlight: disk.inFlight },
    };
  },
  properties: [
    everyCallReturns(false),
    inTheEnd(
      { en: 'every block that was sent has been counted off', 'zh-Hans': '发出的每一块都已销账' },
      (s) => s.value('inFlight') === 0,
    ),
  ],
});
