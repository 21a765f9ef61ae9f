import { asleep, callReturns, scenario, when } from 'workloop/run';
import { Sleeper } from './sleeper';

export default scenario({
  title: {
    en: 'A signal, a signal and a wakeup, a termination',
    'zh-Hans': '一个信号；一个信号加一次唤醒；终止',
  },
  *setup() {
    const sleeper = new Sleeper();
    return {
      threads: {
        A: [() => sleeper.sleepThreeTimes()],
        C: [
          when(asleep('A'), () => sleeper.signal()),
          when(asleep('A'), () => sleeper.signal()),
          () => sleeper.wake(),
          when(asleep('A'), () => sleeper.terminate()),
        ],
      },
    };
  },
  properties: [callReturns('A', 0, '2 0 2')],
});
