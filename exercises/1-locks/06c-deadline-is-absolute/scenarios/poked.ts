import { kIOReturnTimeout } from 'workloop';
import { inTheEnd, scenario } from 'workloop/run';
import { Clock } from '../clock';
import { Command } from '../command';

export default scenario({
  title: { en: 'Woken three times for nothing', 'zh-Hans': '三次白白被唤醒' },
  *setup() {
    const command = new Command();
    const clock = new Clock();
    return {
      threads: {
        A: [() => clock.timed(command)],
        B: [
          () => clock.pass(200),
          () => clock.poke(command.done),
          () => clock.pass(200),
          () => clock.poke(command.done),
          () => clock.pass(200),
          () => clock.poke(command.done),
        ],
      },
    };
  },
  properties: [
    inTheEnd(
      {
        en: 'wait() returns kIOReturnTimeout after 500 ms',
        'zh-Hans': 'wait 在 500 毫秒时返回 kIOReturnTimeout',
      },
      (s) => s.results<readonly number[]>('A')[0]?.join() === `${kIOReturnTimeout},500`,
    ),
  ],
});
