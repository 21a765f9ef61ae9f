import { UsbDevice } from 'workloop';
import { broken, monitor, scenario } from 'workloop/run';
import { Disk } from './disk';

export default scenario({
  title: { en: 'A copies three blocks, B cancels', 'zh-Hans': 'A 复制三块，B 来取消' },
  *setup() {
    const usb = new UsbDevice({ name: 'usb' });
    const disk = new Disk();
    yield* disk.start(usb);
    return { threads: { A: [() => disk.copy(3)], B: [() => disk.cancel()] } };
  },
  properties: [
    monitor(
      {
        en: 'after cancel() has returned at most one more block is sent',
        'zh-Hans': 'cancel 返回之后，最多再发一块',
      },
      {
        start: 'copying' as 'copying' | 'canceled' | 'one more',
        of: ['callEnd', 'device'],
        on: (state, event) => {
          if (event.type === 'callEnd') return 'canceled';
          if (event.type !== 'device' || event.what !== 'submitted' || state === 'copying') return state;
          return state === 'canceled' ? 'one more' : broken;
        },
      },
    ),
  ],
});
