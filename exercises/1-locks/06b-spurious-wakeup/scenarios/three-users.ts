import { inTheEnd, never, scenario } from 'workloop/run';
import { Channels } from '../channels';

export default scenario({
  title: { en: 'Three share one channel', 'zh-Hans': '三个线程共用一个通道' },
  *setup() {
    const channels = new Channels(1);
    return {
      threads: {
        A: [() => channels.acquire(), () => channels.release()],
        B: [() => channels.acquire(), () => channels.release()],
        C: [() => channels.acquire(), () => channels.release()],
      },
      watch: { free: channels.free },
    };
  },
  properties: [
    never(
      { en: 'a channel is taken that is not free', 'zh-Hans': '取走了一个并不空闲的通道' },
      (s) => s.value('free') < 0,
    ),
    inTheEnd({ en: 'the channel is free again', 'zh-Hans': '通道又空出来了' }, (s) => s.value('free') === 1),
  ],
});
