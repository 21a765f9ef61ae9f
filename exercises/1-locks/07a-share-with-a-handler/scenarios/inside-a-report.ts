import { UsbDevice } from 'workloop';
import { inTheEnd, noDeadlock, scenario } from 'workloop/run';
import { Disk } from '../disk';
import { Report } from '../report';

type Counts = readonly [blocks: number, bytes: number];

export default scenario({
  title: { en: 'Collected while interrupts are disabled already', 'zh-Hans': '取数时中断已经关着' },
  *setup() {
    const usb = new UsbDevice({ name: 'usb', completes: 'any time' });
    const other = new UsbDevice({ name: 'other', completes: 'any time' });
    const disk = new Disk();
    const report = new Report();
    yield* disk.start(usb);
    yield* other.registerInterrupt(0, report, report.otherHandler);
    yield* other.enableInterrupt(0);
    return {
      threads: { A: [() => disk.write(1), () => other.submit(1), () => report.add(disk)] },
      watch: { blocks: disk.blocks, bytes: disk.bytes },
    };
  },
  properties: [
    inTheEnd({ en: 'one block was written, of 512 bytes', 'zh-Hans': '写好了一块，512 字节' }, (s) => {
      const [blocks, bytes] = s.results<Counts>('A')[2] ?? [0, 0];
      return blocks + s.value('blocks') === 1 && bytes + s.value('bytes') === 512;
    }),
    noDeadlock(),
  ],
});
