import { never, scenario } from 'workloop/run';
import { Job } from './job';

export default scenario({
  title: { en: 'The answer comes while the deadline passes', 'zh-Hans': '截止时间到的时候，应答正好也到了' },
  time: 'any',
  *setup() {
    const job = new Job();
    return {
      threads: { A: [() => job.wait()], B: [() => job.finish()] },
      watch: { done: job.done, reset: job.reset },
    };
  },
  properties: [
    never(
      { en: 'a device is reset that has answered', 'zh-Hans': '设备已经应答，却被复位了' },
      (s) => s.value<boolean>('done') && s.value<boolean>('reset'),
    ),
  ],
});
