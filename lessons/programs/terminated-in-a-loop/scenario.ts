import { current_thread, thread_terminate, unsynchronized, type Op, type thread_t } from 'workloop';
import { asleep, noHang, scenario, when } from 'workloop/run';
import { Job } from './job';

class Caller {
  readonly thread = unsynchronized<thread_t>({});
  readonly job = new Job();

  *call(): Op {
    yield* this.thread.set(yield* current_thread());
    yield* this.job.wait();
  }

  *terminate(): Op {
    yield* thread_terminate(yield* this.thread.get());
  }
}

export default scenario({
  title: { en: 'A is terminated while it waits', 'zh-Hans': 'A 等着的时候被终止' },
  *setup() {
    const caller = new Caller();
    return {
      threads: {
        A: [() => caller.call()],
        C: [when(asleep('A'), () => caller.terminate()), () => caller.job.finish()],
      },
      watch: { done: caller.job.done },
    };
  },
  properties: [noHang()],
});
