import { callReturns, scenario } from 'workloop/run';
import { Job } from './job';

export default scenario({
  title: {
    en: 'A waits for 100 ms, B finishes the job at once',
    'zh-Hans': 'A 最多等 100 毫秒，B 马上就完成',
  },
  *setup() {
    const job = new Job();
    return {
      threads: { A: [() => job.wait()], B: [() => job.finish()] },
      watch: { done: job.done },
    };
  },
  properties: [callReturns('A', 0, true)],
});
