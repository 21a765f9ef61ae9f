import {
  current_thread,
  kIOReturnAborted,
  thread_terminate,
  unsynchronized,
  type Op,
  type thread_t,
} from 'workloop';
import { asleep, callReturns, scenario, when } from 'workloop/run';
import { Command } from '../command';

class Caller {
  readonly thread = unsynchronized<thread_t>({});
  readonly command = new Command();

  *call(): Op<number> {
    yield* this.thread.set(yield* current_thread());
    return yield* this.command.wait();
  }

  *terminate(): Op {
    yield* thread_terminate(yield* this.thread.get());
  }
}

export default scenario({
  title: { en: 'The caller is terminated', 'zh-Hans': '调用者被终止' },
  *setup() {
    const caller = new Caller();
    return {
      threads: {
        A: [() => caller.call()],
        C: [when(asleep('A'), () => caller.terminate())],
      },
    };
  },
  properties: [callReturns('A', 0, kIOReturnAborted)],
});
