import { noHang, scenario } from 'workloop/run';
import { Job } from './job';

export default scenario({
  title: { en: 'A waits for the job, B finishes it', 'zh-Hans': 'A 等任务完成，B 完成它' },
  *setup() {
    const job = new Job();
    return {
      threads: { A: [() => job.wait()], B: [() => job.finish()] },
      watch: { done: job.done },
    };
  },
  properties: [noHang()],
});
