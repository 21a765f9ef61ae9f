import { callReturns, scenario } from 'workloop/run';
import { Battery } from '../battery';

export default scenario({
  title: { en: 'One thread changes the battery', 'zh-Hans': '一个线程换电池' },
  *setup() {
    const battery = new Battery();
    return {
      threads: {
        A: [() => battery.replace(50, 100), () => battery.replace(40, 1000), () => battery.percent()],
      },
    };
  },
  properties: [callReturns('A', 0, false), callReturns('A', 1, true), callReturns('A', 2, 4)],
});
