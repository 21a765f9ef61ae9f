import { callReturns, noHang, scenario } from 'workloop/run';
import { Channels } from '../channels';

export default scenario({
  title: { en: 'One waits until all is quiet', 'zh-Hans': '有一个在等全部空闲' },
  *setup() {
    const channels = new Channels(2);
    return {
      threads: {
        A: [() => channels.acquire(), () => channels.release()],
        B: [() => channels.acquire(), () => channels.release()],
        C: [() => channels.acquire(), () => channels.release()],
        D: [() => channels.waitUntilIdle()],
      },
    };
  },
  properties: [callReturns('D', 0, 2), noHang()],
});
