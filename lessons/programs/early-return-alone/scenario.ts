import { noPanic, scenario } from 'workloop/run';
import { Channels } from './channels';

export default scenario({
  title: { en: 'One client asks three times', 'zh-Hans': '一个客户端要三次' },
  *setup() {
    const channels = new Channels();
    return {
      threads: { A: [() => channels.claim(), () => channels.claim(), () => channels.claim()] },
      watch: { available: channels.available },
    };
  },
  properties: [noPanic()],
});
