import { kIOReturnSuccess } from 'workloop';
import { callReturns, inTheEnd, scenario } from 'workloop/run';
import { Clock } from '../clock';
import { Command } from '../command';

export default scenario({
  title: { en: 'The answer comes after 400 ms', 'zh-Hans': '400 毫秒后有应答' },
  *setup() {
    const command = new Command();
    const clock = new Clock();
    return {
      threads: {
        A: [() => clock.timed(command)],
        B: [() => clock.pass(400), () => command.complete()],
      },
    };
  },
  properties: [
    inTheEnd(
      {
        en: 'wait() returns kIOReturnSuccess after 400 ms',
        'zh-Hans': 'wait 在 400 毫秒时返回 kIOReturnSuccess',
      },
      (s) => s.results<readonly number[]>('A')[0]?.join() === `${kIOReturnSuccess},400`,
    ),
    callReturns('B', 1, true),
  ],
});
