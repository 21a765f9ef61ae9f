import { callReturns, scenario } from 'workloop/run';
import { Levels } from './levels';

export default scenario({
  title: { en: 'A goes three levels deep, B tries', 'zh-Hans': 'A 进三层，B 来试' },
  *setup() {
    const levels = new Levels();
    const down = () => levels.down();
    const up = () => levels.up();
    return { threads: { A: [down, down, down, up, up, up], B: [() => levels.look()] } };
  },
  properties: [callReturns('B', 0, -1, 0)],
});
