import { callReturns, scenario } from 'workloop/run';
import { Battery } from '../battery';

export default scenario({
  title: { en: 'Somebody looks meanwhile', 'zh-Hans': '这时有人来看' },
  *setup() {
    const battery = new Battery();
    return { threads: { A: [() => battery.replace(50, 100)], B: [() => battery.percent()] } };
  },
  properties: [callReturns('B', 0, 90, 50)],
});
