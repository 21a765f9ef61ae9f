import { noHang, scenario } from 'workloop/run';
import { Channels } from './channels';

export default scenario({
  title: { en: 'A asks, B gives its channel back', 'zh-Hans': 'A 来要，B 把通道还回来' },
  *setup() {
    const channels = new Channels();
    // en: The one channel is B's.
    // zh: 仅有的一个通道在 B 手里。
    yield* channels.claim();
    return {
      threads: { A: [() => channels.claim()], B: [() => channels.giveBack()] },
      watch: { available: channels.available },
    };
  },
  properties: [noHang()],
});
