import { kIOReturnSuccess, kIOReturnTimeout } from 'workloop';
import { callReturns, inTheEnd, scenario } from 'workloop/run';
import { Clock } from '../clock';
import { Command } from '../command';

export default scenario({
  title: { en: 'The answer comes at the last moment', 'zh-Hans': '应答在最后一刻到来' },
  *setup() {
    const command = new Command();
    const clock = new Clock();
    return {
      threads: {
        A: [() => command.wait()],
        B: [() => clock.pass(500), () => command.complete()],
      },
    };
  },
  properties: [
    callReturns('A', 0, kIOReturnSuccess, kIOReturnTimeout),
    inTheEnd(
      {
        en: 'wait() succeeds if and only if complete() says that the answer is wanted',
        'zh-Hans': 'wait 成功，当且仅当 complete 说还有人要这个应答',
      },
      (s) => (s.results('A')[0] === kIOReturnSuccess) === s.results<boolean>('B')[1],
    ),
  ],
});
